import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { Badge, Group, Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";

type Kept = ResponsibilityReport["promises"][number];

/** One card a group of customers: what was promised, and how much of it was kept. Nothing over several groups. */
export function PromisesView({ report }: { report: ResponsibilityReport }) {
  const { t, format } = useTexts();
  return (
    <Section title={t("responsibility.promise.title")} hint={t("responsibility.promise.hint")}>
      <div className="k-cards">
        {report.promises.map((kept) => (
          <PromiseCard key={kept.category} kept={kept} />
        ))}
      </div>
      {report.casesWithoutCustomer === 0 ? null : (
        <Text size="sm" c="dimmed" mt="sm">
          {t("responsibility.promise.withoutCustomer", { n: format.count(report.casesWithoutCustomer) })}
        </Text>
      )}
    </Section>
  );
}

function PromiseCard({ kept }: { kept: Kept }) {
  const { t, format, pick } = useTexts();
  const { promise, attention } = kept;
  const points = (ratio: number) => `${ratio > 0 ? "+" : ""}${format.number(ratio * 100)}`;
  const answer =
    promise.answerMinutes % 60 === 0
      ? t("responsibility.promise.hours", { n: format.count(promise.answerMinutes / 60) })
      : t("responsibility.promise.minutes", { n: format.count(promise.answerMinutes) });
  const { communication } = promise;
  const sender =
    communication.sender === "responsible" ? t("responsibility.promise.responsible") : communication.sender;
  const rows: readonly (readonly [label: string, text: string])[] = [
    [t("responsibility.promise.answer"), answer],
    [t("responsibility.promise.reachability"), pick(promise.reachability)],
    [t("responsibility.promise.scope"), pick(promise.scope)],
    [t("responsibility.promise.price"), pick(promise.price)],
    [t("responsibility.promise.form"), t(`values.${promise.form}`)],
    [
      t("responsibility.promise.communication"),
      [
        communication.languages.join(", "),
        t(`responsibility.promise.channels.${communication.channel}`),
        t("responsibility.promise.contacts", { n: format.number(communication.contactsPerYear) }),
        t("responsibility.promise.sender", { name: sender }),
      ].join("; "),
    ],
  ];
  return (
    <article className="k-card" aria-label={pick(kept.label)}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={3}>{pick(kept.label)}</Title>
        {kept.isAssumption ? (
          <Badge variant="light" color="amber" tt="none" fw={500}>
            {t("responsibility.promise.assumption")}
          </Badge>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed">
        {t("responsibility.promise.customers", { n: format.count(kept.customers) })}
      </Text>
      {kept.keptRatio === null ? (
        <p className="k-figure-value" style={{ margin: "8px 0 4px" }}>
          {t("responsibility.promise.none")}
        </p>
      ) : (
        <>
          <p className="k-figure-value" style={{ margin: "8px 0 4px" }}>
            {format.percent(kept.keptRatio)}
          </p>
          <Text size="sm">
            {t("responsibility.promise.kept", { kept: format.count(kept.kept), due: format.count(kept.due) })}
            {kept.low === null || kept.high === null
              ? ""
              : `; ${t("responsibility.promise.interval", { low: format.percent(kept.low), high: format.percent(kept.high) })}`}
            {kept.trendRatio === null
              ? ""
              : `; ${t("responsibility.promise.trendUp", { change: points(kept.trendRatio) })}`}
          </Text>
          <WeekStrip weeks={kept.weeks} />
        </>
      )}
      {kept.unclear + kept.pending === 0 ? null : (
        <Text size="xs" c="dimmed">
          {t("responsibility.promise.unclear", {
            n: format.count(kept.unclear),
            pending: format.count(kept.pending),
          })}
        </Text>
      )}
      {attention.usedPerCustomer === null || attention.plannedPerCustomer === null ? null : (
        <Text size="xs" c="dimmed">
          {t("responsibility.promise.attention", {
            used: format.count(Math.round(attention.usedPerCustomer)),
            planned: format.count(Math.round(attention.plannedPerCustomer)),
          })}
        </Text>
      )}
      <dl className="k-terms">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** The share kept week by week as little bars; a week with nothing due is empty. */
function WeekStrip({ weeks }: { weeks: Kept["weeks"] }) {
  const { t, format } = useTexts();
  const height = 28;
  const step = 5;
  const label = `${t("responsibility.promise.weeks")}: ${weeks
    .slice(-4)
    .map((week) => `${format.date(week.week)} ${week.due === 0 ? "–" : format.percent(week.kept / week.due)}`)
    .join(", ")}`;
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={height}
      viewBox={`0 0 ${Math.max(1, weeks.length) * step} ${height}`}
      preserveAspectRatio="none"
      style={{ margin: "8px 0", maxWidth: 320 }}
    >
      {weeks.map((week, index) => {
        const kept = week.due === 0 ? 0 : week.kept / week.due;
        return (
          <g key={week.week}>
            <title>{`${format.date(week.week)}: ${format.count(week.kept)}/${format.count(week.due)}`}</title>
            <rect x={index * step} y={0} width={step - 1} height={height} fill="var(--k-line)" />
            <rect
              x={index * step}
              y={height * (1 - kept)}
              width={step - 1}
              height={height * kept}
              fill="var(--k-accent)"
            />
          </g>
        );
      })}
    </svg>
  );
}
