import type { CustomerCost } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { Group, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { customerCostQuery } from "../../api/economics-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { Unclear } from "../../ui/unclear.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { readFigure } from "../parts/customer-sentence.ts";

const shownActivities = 5;

/** What serving this customer costs and what remains: full and avoidable together, with interval, tier and the way down. */
export function CustomerCostCard({ id, customer }: { id: string; customer: CustomerDetail }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const figure = readFigure(customer);
  const full = figure.number("costFullCents");
  const hasCost = full !== null;
  const cost = useQuery({ ...customerCostQuery(space, id), enabled: hasCost });
  if (!hasCost) return null;
  const { currency } = customer;
  const money = (cents: number) => format.money(cents, currency);
  const number = (code: string) => figure.number(code) ?? 0;
  const whole = (code: string) => format.count(Math.round(number(code) / 100));
  const contributions = [
    ["contributionAvoidableCents", t("costToServe.card.avoidable")],
    ["contribution3Cents", t("costToServe.card.full")],
  ] as const;
  const lifetime = figure.number("lifetimeNetCents");
  return (
    <section className="k-card" aria-label={t("costToServe.card.title")}>
      <Group justify="space-between" align="flex-start" gap="xs" mb="xs">
        <Title order={2}>{t("costToServe.card.title")}</Title>
        <LinkButton
          to="/$space/economics/cost-to-serve/$id"
          params={{ space, id }}
          variant="light"
          size="compact-md"
          className="k-no-print"
        >
          {t("costToServe.card.open")}
        </LinkButton>
      </Group>
      <div className="k-columns" data-narrow>
        <dl className="k-terms" style={{ margin: 0 }}>
          <div>
            <dt>{t("costToServe.card.cost")}</dt>
            <dd>
              <b>{money(full)}</b>
              {", "}
              {t("costToServe.card.ofWhichAvoidable", { avoidable: money(number("costAvoidableCents")) })}
              <Text size="xs" c="dimmed">
                {t("costToServe.card.interval", {
                  low: whole("costLowCents"),
                  high: whole("costHighCents"),
                  tier: figure.text("costTier") ?? "–",
                })}
                {customer.figures.costIsUnclear === true ? ` ${t("costToServe.customer.noteUnclear")}` : ""}
              </Text>
            </dd>
          </div>
          {contributions.map(([code, label]) => {
            const cents = figure.number(code);
            return (
              <div key={code}>
                <dt>{label}</dt>
                <dd>{cents === null ? <Unclear reason="costOfGoodsMissing" /> : <b>{money(cents)}</b>}</dd>
              </div>
            );
          })}
          {lifetime === null ? null : (
            <div>
              <dt>{t("costToServe.card.lifetime")}</dt>
              <dd>
                <b>{format.money(Math.round(lifetime / 100) * 100, currency)}</b>
                <Text size="xs" c="dimmed">
                  {t("costToServe.card.lifetimeMore", {
                    low: whole("lifetimeNetLowCents"),
                    high: whole("lifetimeNetHighCents"),
                  })}
                  {lifetime < 0 ? ` ${t("costToServe.card.lifetimeNegative")}` : ""}
                </Text>
              </dd>
            </div>
          )}
        </dl>
        {cost.data === undefined ? (
          cost.isError ? null : (
            <Skeleton height={120} />
          )
        ) : (
          <TopActivities cost={cost.data} />
        )}
      </div>
    </section>
  );
}

const barWidth = 100;

/** The dearest activities as small bars: light in full, dark what is avoidable. */
function TopActivities({ cost }: { cost: CustomerCost }) {
  const { t, format, pick } = useTexts();
  const byActivity = new Map<string, { label: string; full: number; avoidable: number }>();
  for (const activity of cost.activities) {
    const sum = byActivity.get(activity.activity) ?? { label: pick(activity.label), full: 0, avoidable: 0 };
    byActivity.set(activity.activity, {
      label: sum.label,
      full: sum.full + activity.fullCents,
      avoidable: sum.avoidable + activity.avoidableCents,
    });
  }
  const top = [...byActivity].sort(([, a], [, b]) => b.full - a.full).slice(0, shownActivities);
  const largest = Math.max(1, ...top.map(([, { full }]) => full));
  if (top.length === 0) return null;
  return (
    <table className="k-table">
      <caption className="k-hidden">{t("costToServe.card.activities")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("costToServe.card.activities")}</th>
          <th scope="col" colSpan={2} className="k-number">
            {t("costToServe.customers.full")}
          </th>
          <th scope="col" className="k-number">
            {t("costToServe.customers.avoidable")}
          </th>
        </tr>
      </thead>
      <tbody>
        {top.map(([code, { label, full, avoidable }]) => (
          <tr key={code}>
            <th scope="row" style={{ fontWeight: 400 }}>
              {label}
            </th>
            <td style={{ width: "28%" }} aria-hidden="true">
              <svg
                width="100%"
                height={8}
                viewBox={`0 0 ${barWidth} 8`}
                preserveAspectRatio="none"
                style={{ display: "block", minWidth: 32 }}
                aria-hidden="true"
              >
                <rect width={(barWidth * full) / largest} height={8} fill="var(--k-accent-soft)" />
                <rect width={(barWidth * avoidable) / largest} height={8} fill="var(--k-accent)" />
              </svg>
            </td>
            <td className="k-number">{format.amount(full)}</td>
            <td className="k-number">{format.amount(avoidable)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
