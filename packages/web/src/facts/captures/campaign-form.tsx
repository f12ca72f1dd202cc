import type { Campaign, CampaignInput } from "@kleinod/engine/facts/captures/contract.ts";
import { Button, Group, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { parametersQuery } from "../../api/queries.ts";
import type { TwoLanguageLabel } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** "Petra: Field sales" per line, the role by code or name; null is a role that nobody knows. */
export function peopleOf(
  text: string,
  roles: readonly Role[],
): { person: string; role: string | null; named: string }[] {
  const usual = roles[0]?.code ?? "insideSales";
  return text
    .split("\n")
    .map((line) => line.split(":").map((part) => part.trim()))
    .filter(([person]) => person !== undefined && person !== "")
    .map(([person = "", named = ""]) => {
      const same = (name: string) => name.toLocaleLowerCase() === named.toLocaleLowerCase();
      const role = roles.find(({ code, label, aliases = [] }) =>
        [code, label.de, label.en, ...aliases].some(same),
      );
      return { person, named, role: named === "" ? usual : (role?.code ?? null) };
    });
}

export interface Role {
  code: string;
  label: TwoLanguageLabel;
  aliases?: readonly string[];
}

const dayMs = 86_400_000;
/** Local day of the browser, as a date field wants it. */
const dayIn = (days: number) => {
  const day = new Date(Date.now() + days * dayMs);
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

export function CampaignForm() {
  const { t, pick } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [from, setFrom] = useState(() => dayIn(0));
  const [to, setTo] = useState(() => dayIn(13));
  const [people, setPeople] = useState("");
  const [prompts, setPrompts] = useState(8);
  const parameters = useQuery(parametersQuery(space));
  const roles = (parameters.data?.parameters.find(({ code }) => code === "costToServe.roles")?.value ??
    []) as readonly Role[];
  const refresh = () => client.invalidateQueries({ queryKey: [space, "time-samples"] });
  const onError = (error: unknown) => notifyProblem(t("sampling.failed"), error, "");
  const undo = useMutation({
    mutationFn: (id: string) =>
      call<{ campaign: Campaign }>(`/time-samples/campaigns/${encodeURIComponent(id)}`, space, {
        method: "DELETE",
      }),
    onSuccess: refresh,
    onError,
  });
  const create = useMutation({
    mutationFn: (input: CampaignInput) =>
      call<{ campaign: Campaign }>("/time-samples/campaigns", space, { method: "POST", body: input }),
    onSuccess: async ({ campaign }) => {
      setName("");
      setPeople("");
      await refresh();
      notifyWithUndo(t("sampling.created", { name: campaign.name }), t("segments.undo"), () =>
        undo.mutate(campaign.id),
      );
    },
    onError,
  });
  const named = peopleOf(people, roles);
  const taking = named.flatMap(({ person, role }) => (role === null ? [] : [{ person, role }]));
  const unknown = named.find(({ role }) => role === null);
  const roleNames = roles.map(({ label }) => pick(label)).join(", ");
  const isComplete =
    name.trim() !== "" && from !== "" && to >= from && taking.length > 0 && unknown === undefined;
  return (
    <form
      className="k-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete)
          create.mutate({ name: name.trim(), from, to, people: taking, promptsPerDay: prompts });
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 4 }}>
          <TextInput
            label={t("sampling.name")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
          />
          <TextInput
            type="date"
            label={t("sampling.from")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t("sampling.to")}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <NumberInput
            label={t("sampling.prompts")}
            min={1}
            max={40}
            value={prompts}
            onChange={(value) => setPrompts(typeof value === "number" ? value : 8)}
          />
        </SimpleGrid>
        <Textarea
          label={t("sampling.people")}
          description={t("sampling.peopleHint", { roles: roleNames })}
          placeholder={roles
            .slice(0, 2)
            .map(({ label }, index) => `${["Petra Muster", "Reto Keller"][index]}: ${pick(label)}`)
            .join("\n")}
          error={
            unknown === undefined
              ? undefined
              : t("sampling.roleUnknown", { role: unknown.named, roles: roleNames })
          }
          autosize
          minRows={2}
          value={people}
          onChange={(event) => setPeople(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={create.isPending} disabled={!isComplete}>
            {t("sampling.start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
