import type { Job } from "@kleinod/engine/import/history.ts";
import { effectiveRules } from "@kleinod/engine/programme/coherence/effective-rules.ts";
import type { CoherenceRule, RulesParameter } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../../api/client.ts";
import { parametersQuery } from "../../api/queries.ts";
import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";

const parameterCode = "programme.rules";

export interface Rules {
  /** What the company changed, added and stated. */
  readonly parameter: RulesParameter;
  /** Shipped rules as they hold, without those switched off, then own ones. */
  readonly inForce: readonly CoherenceRule[];
}

/** The rules as the company has them; null while they load. */
export function useRules(space: Space): Rules | null {
  const parameters = useQuery(parametersQuery(space));
  const value = parameters.data?.parameters.find(({ code }) => code === parameterCode)?.value;
  return useMemo(() => {
    if (value === undefined) return null;
    // Its schema stands with the server, which checked it when it was set.
    const parameter = value as RulesParameter;
    return { parameter, inForce: effectiveRules(shippedRules, parameter) };
  }, [value]);
}

interface Change {
  readonly before: RulesParameter;
  readonly after: RulesParameter;
  readonly message: string;
}

/** Sets the rules; every plan is checked anew, and the step can be taken back. */
export function useChangeRules(space: Space) {
  const { t } = useTexts();
  const client = useQueryClient();
  const put = async (value: RulesParameter) => {
    const path = `/parameters/${parameterCode}`;
    let job = await call<Job>(path, space, { method: "PUT", body: { value } });
    while (job.state === "running")
      job = await call<Job>(`/jobs/${job.id}`, space, { query: { waitMs: 20_000 } });
    if (job.state !== "done") throw new Error(job.error ?? "");
    await Promise.all([
      client.invalidateQueries({ queryKey: [space, "parameters"] }),
      client.invalidateQueries({ queryKey: [space, "programme"] }),
    ]);
  };
  const onError = (error: unknown) => notifyProblem(t("programme.failed"), error, "");
  const back = useMutation({ mutationFn: put, onError });
  return useMutation({
    mutationFn: ({ after }: Change) => put(after),
    onSuccess: (_, { before, message }) =>
      notifyWithUndo(message, t("programme.undo"), () => back.mutate(before)),
    onError,
  });
}
