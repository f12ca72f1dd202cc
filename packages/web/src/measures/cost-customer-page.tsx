import type { CustomerCost } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { customerCostQuery } from "../api/economics-queries.ts";
import { CostBarsChart } from "../charts/cost-bars-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { CostActivities } from "./economics/cost-activities.tsx";
import { CostEntries } from "./economics/cost-entries.tsx";

/** What one customer's cost is made of: activities, and each document, talk and case with its minutes. */
export function CostCustomerPage() {
  const { id } = useParams({ from: "/$space/economics/cost-to-serve/$id" });
  const space = useSpace();
  const cost = useQuery(customerCostQuery(space, id));
  if (cost.isError) return <ErrorState error={cost.error} retry={() => void cost.refetch()} />;
  if (cost.data === undefined) return <PageSkeleton />;
  return <CostCustomerContent cost={cost.data} />;
}

function CostCustomerContent({ cost }: { cost: CustomerCost }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const { customer, currency } = cost;
  const money = (cents: number) => format.money(cents, currency);
  const bars = cost.activities
    .filter((activity) => activity.fullCents > 0)
    .sort((a, b) => b.fullCents - a.fullCents)
    .map((activity) => ({
      activity: [activity.activity, activity.role, activity.pool, activity.channel].join(" "),
      label: pick(activity.label),
      role: pick(activity.roleLabel),
      events: activity.events,
      minutes: activity.minutes,
      fullCents: activity.fullCents,
      avoidableCents: activity.avoidableCents,
      perSmallCents: null,
      isAssumption: activity.isAssumption,
    }));
  return (
    <Page
      title={t("costToServe.customer.title", { name: customer.name })}
      sentence={t("costToServe.customer.sentence", {
        name: customer.name,
        full: money(customer.fullCents),
        avoidable: money(customer.avoidableCents),
        months: format.count(cost.horizonMonths),
      })}
      note={[
        t("costToServe.customer.note", {
          low: money(customer.lowCents),
          high: money(customer.highCents),
          tier: customer.tier,
          minutes: format.count(Math.round(customer.minutes)),
          from: format.date(cost.from),
          to: format.date(cost.asOf),
        }),
        customer.isUnclear ? t("costToServe.customer.noteUnclear") : "",
      ].join(" ")}
      actions={
        <>
          <LinkButton to="/$space/customers/$id" params={{ space, id: String(customer.id) }}>
            {t("costToServe.customer.back")}
          </LinkButton>
          <LinkButton to="/$space/economics/cost-to-serve" params={{ space }} variant="light">
            {t("costToServe.customer.toAll")}
          </LinkButton>
        </>
      }
    >
      {bars.length === 0 ? null : (
        <CostBarsChart
          bars={bars}
          currency={currency}
          horizonMonths={cost.horizonMonths}
          title={t("costToServe.customer.activities")}
        />
      )}
      <CostActivities cost={cost} />
      <CostEntries cost={cost} />
    </Page>
  );
}
