import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Drawer, Group, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { costSummaryQuery } from "../api/economics-queries.ts";
import { parametersQuery, statusQuery } from "../api/queries.ts";
import type { Parameter } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { useJob, useWhenDone } from "../ui/jobs.ts";
import { notifyDone } from "../ui/notify.ts";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { ActivityExport } from "./cost-equations/activity-export.tsx";
import { ActivityForm } from "./cost-equations/activity-form.tsx";
import { ActivityTable } from "./cost-equations/activity-table.tsx";
import { HorizonChoice } from "./cost-equations/horizon-choice.tsx";
import { ModelVersions } from "./cost-equations/model-versions.tsx";
import { PendingChanges } from "./cost-equations/pending-changes.tsx";
import { RoleForm } from "./cost-equations/role-form.tsx";
import { roleRate } from "./cost-equations/role-rate.ts";
import { RoleTable } from "./cost-equations/role-table.tsx";
import { useModelDraft } from "./cost-equations/use-model-draft.ts";

const tabs = ["activities", "roles", "versions"] as const;
const codes = {
  activities: "costToServe.activities",
  roles: "costToServe.roles",
  horizon: "costToServe.horizonMonths",
} as const;

/** How minutes come about: equations of activities and rates of roles, edited with their consequences first. */
export function CostEquationsPage() {
  const { t } = useTexts();
  const space = useSpace();
  const parameters = useQuery(parametersQuery(space));
  if (parameters.isError)
    return <ErrorState error={parameters.error} retry={() => void parameters.refetch()} />;
  if (parameters.data === undefined) return <PageSkeleton />;
  const byCode = (code: string) => parameters.data.parameters.find((parameter) => parameter.code === code);
  const [activities, roles, horizon] = [byCode(codes.activities), byCode(codes.roles), byCode(codes.horizon)];
  if (activities === undefined || roles === undefined || horizon === undefined) {
    return <Page title={t("equations.title")}>{null}</Page>;
  }
  return <CostEquationsContent activities={activities} roles={roles} horizon={horizon} />;
}

interface CostEquationsContentProps {
  activities: Parameter;
  roles: Parameter;
  horizon: Parameter;
}

function CostEquationsContent({ activities, roles, horizon }: CostEquationsContentProps) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/economics/time-equations" });
  const search = useSearch({ from: "/$space/economics/time-equations" });
  const tab = tabs.find((one) => one === search.tab) ?? "activities";
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const costs = useQuery({ ...costSummaryQuery(space), enabled: hasData });
  const activityDraft = useModelDraft<CostActivity>(space, activities);
  const roleDraft = useModelDraft<CostRole>(space, roles);
  const heldMonths = Number(horizon.value);
  const [months, setMonths] = useState(heldMonths);
  // Followed here: what is saved is no change any more, and its part of the page is gone before the job has ended.
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(space, jobId).data;
  useWhenDone(
    job,
    useCallback(() => notifyDone(t("equations.saved")), [t]),
  );
  const saving = { job, onStarted: setJobId };
  const currency = status.data?.currency ?? null;
  const go = (values: Record<string, string | undefined>, replace = false) =>
    void navigate({ search: (current) => ({ ...current, ...values }), replace, resetScroll: false });
  const close = () => go({ edit: undefined }, true);
  const activity =
    tab === "activities" ? activityDraft.items.find((one) => one.code === search.edit) : undefined;
  const role = tab === "roles" ? roleDraft.items.find((one) => one.code === search.edit) : undefined;
  const assumed = activityDraft.items.filter((one) => one.isAssumption).length;
  const rateOf = (code: string) => roleRate(code, roleDraft.items, costs.data?.pools ?? []);
  return (
    <Page
      title={t("equations.title")}
      sentence={t("equations.sentence", {
        count: activityDraft.items.length,
        n: format.count(activityDraft.items.length),
        assumed: format.count(assumed),
      })}
      note={t("equations.note")}
      actions={<HorizonChoice months={months} onChange={setMonths} />}
    >
      {months === heldMonths ? null : (
        <PendingChanges
          key={months}
          space={space}
          code={codes.horizon}
          value={months}
          count={1}
          currency={currency}
          onDiscard={() => setMonths(heldMonths)}
          {...saving}
        />
      )}
      {activityDraft.changed.size === 0 ? null : (
        <PendingChanges
          key={JSON.stringify(activityDraft.items)}
          space={space}
          code={codes.activities}
          value={activityDraft.items}
          count={activityDraft.changed.size}
          currency={currency}
          onDiscard={activityDraft.discard}
          {...saving}
        />
      )}
      {roleDraft.changed.size === 0 ? null : (
        <PendingChanges
          key={JSON.stringify(roleDraft.items)}
          space={space}
          code={codes.roles}
          value={roleDraft.items}
          count={roleDraft.changed.size}
          currency={currency}
          onDiscard={roleDraft.discard}
          {...saving}
        />
      )}
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t("equations.title")}
          value={tab}
          onChange={(value) => go({ tab: value === "activities" ? undefined : value, edit: undefined })}
          data={tabs.map((value) => ({ value, label: t(`equations.${value}`) }))}
        />
        {tab === "activities" ? (
          <ActivityExport activities={activityDraft.items} roles={roleDraft.items} />
        ) : null}
      </Group>
      {tab === "activities" ? (
        <ActivityTable draft={activityDraft} roles={roleDraft.items} onEdit={(code) => go({ edit: code })} />
      ) : tab === "roles" ? (
        <RoleTable draft={roleDraft} currency={currency} onEdit={(code) => go({ edit: code })} />
      ) : (
        <>
          <ModelVersions
            space={space}
            parameter={activities}
            title={t("equations.activities")}
            onRestore={({ value }) => {
              activityDraft.replaceAll(value as readonly CostActivity[]);
              go({ tab: undefined });
            }}
          />
          <ModelVersions
            space={space}
            parameter={roles}
            title={t("equations.roles")}
            onRestore={({ value }) => {
              roleDraft.replaceAll(value as readonly CostRole[]);
              go({ tab: "roles" });
            }}
          />
        </>
      )}
      <Drawer
        opened={activity !== undefined || role !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={activity !== undefined ? pick(activity.label) : role !== undefined ? pick(role.label) : ""}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {activity === undefined ? null : (
          <ActivityForm
            key={activity.code}
            activity={activity}
            roles={roleDraft.items}
            rateOf={rateOf}
            currency={currency}
            onTake={(taken) => {
              activityDraft.replace(taken);
              close();
            }}
            onClose={close}
          />
        )}
        {role === undefined ? null : (
          <RoleForm
            key={role.code}
            role={role}
            currency={currency}
            onTake={(taken) => {
              roleDraft.replace(taken);
              close();
            }}
            onClose={close}
          />
        )}
      </Drawer>
    </Page>
  );
}
