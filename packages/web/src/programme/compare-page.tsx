import type { PlanDifference } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { planComparisonQuery } from "../api/programme-queries.ts";
import { segmentListQuery } from "../api/segment-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { ComparedPlans } from "./plans/compared-plans.tsx";
import "./programme.css";

/** Two plans side by side: what they decide, lever by lever, and what is another in words. */
export function ComparePage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const { a = "", b = "" } = useSearch({ from: "/$space/programme/compare" });
  const comparison = useQuery({ ...planComparisonQuery(space, a, b), enabled: a !== "" && b !== "" });
  const segments = useQuery(segmentListQuery(space));
  if (comparison.isError) {
    return <ErrorState error={comparison.error} retry={() => void comparison.refetch()} />;
  }
  const actions = (
    <LinkButton to="/$space/programme" params={{ space }} variant="default">
      {t("programme.board.back")}
    </LinkButton>
  );
  if (a === "" || b === "") {
    return (
      <Page title={t("programme.compare.title")} sentence={t("programme.compare.choose")} actions={actions}>
        {null}
      </Page>
    );
  }
  if (comparison.data === undefined || segments.data === undefined) return <PageSkeleton />;
  const { differences } = comparison.data;
  const number = differences.filter(isDecision).length;
  return (
    <Page
      title={t("programme.compare.title")}
      sentence={
        number === 0
          ? t("programme.compare.same")
          : t("programme.compare.sentence", { count: number, n: format.count(number) })
      }
      actions={actions}
    >
      <ComparedPlans comparison={comparison.data} segments={segments.data.segments} />
    </Page>
  );
}

/** Two plans have two names; that alone is no difference worth counting. */
const isDecision = ({ kind }: PlanDifference): boolean => kind !== "name";
