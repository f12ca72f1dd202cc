import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { planListQuery } from "../api/programme-queries.ts";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { TextLink } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { PlansTable } from "./plans/plans-table.tsx";
import { StartPlan } from "./plans/start-plan.tsx";
import "./programme.css";

/** All plans: what holds, what is being thought about, what held before. */
export function PlansPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const list = useQuery({ ...planListQuery(space), enabled: hasData });
  const failed = [status, list].find((query) => query.isError);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("programme.plans.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (list.data === undefined) return <PageSkeleton />;
  const { plans } = list.data;
  const active = plans.find(({ state }) => state === "active");
  if (plans.length === 0) {
    return (
      <Page title={t("programme.plans.title")} sentence={t("programme.plans.sentenceNone")}>
        <EmptyState
          title={t("programme.plans.empty")}
          why={t("programme.plans.emptyWhy")}
          action={<StartPlan />}
        />
      </Page>
    );
  }
  return (
    <Page
      title={t("programme.plans.title")}
      sentence={
        active === undefined
          ? t("programme.plans.sentence", { count: plans.length, n: format.count(plans.length) })
          : t("programme.plans.sentenceActive", { name: active.name })
      }
      note={t("programme.plans.note")}
      actions={<StartPlan />}
    >
      <PlansTable plans={plans} />
      <Group gap="md" className="k-no-print">
        <TextLink to="/$space/programme/rules" params={{ space }}>
          {t("programme.links.rules")}
        </TextLink>
        <TextLink to="/$space/programme/review" params={{ space }}>
          {t("programme.review.open")}
        </TextLink>
      </Group>
    </Page>
  );
}
