import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { Text } from "@mantine/core";
import { LeakFlows } from "../../charts/leak-flows.tsx";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

type Role = ResponsibilityReport["leak"]["byRole"][number];
type Reason = ResponsibilityReport["leak"]["byReason"][number];

/** Hours and money that specialists spend on small customers whom nobody assigned to them: flow, roles, reasons. */
export function LeakView({ report }: { report: ResponsibilityReport }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const { leak, currency } = report;
  if (leak.ratio === null) {
    return (
      <EmptyState
        title={t("responsibility.leak.nothing")}
        why={t("responsibility.leak.nothingWhy")}
        action={
          <>
            <LinkButton to="/$space/data/import" params={{ space }}>
              {t("responsibility.leak.toImport")}
            </LinkButton>
            <LinkButton to="/$space/work/time-sample" params={{ space }} variant="light">
              {t("responsibility.leak.toSampling")}
            </LinkButton>
          </>
        }
      />
    );
  }
  const money = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const hours = (minutes: number) => format.count(Math.round(minutes / 60));
  const roleColumns: TableColumn<Role>[] = [
    {
      code: "role",
      label: t("responsibility.leak.role"),
      sortValue: (row) => pick(row.label),
      cell: (row) => (
        <>
          {pick(row.label)}
          <Text size="xs" c="dimmed">
            {[
              row.unloggedRatio > 0
                ? t("responsibility.leak.unlogged", { share: format.percent(row.unloggedRatio) })
                : null,
              row.rateIsAssumed ? t("responsibility.leak.assumedRate") : null,
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </Text>
        </>
      ),
    },
    {
      code: "share",
      label: t("responsibility.leak.share"),
      isNumber: true,
      sortValue: (row) => row.ratio,
      cell: (row) => (row.ratio === null ? t("frame.unclear") : format.percent(row.ratio)),
    },
    {
      code: "interval",
      label: t("responsibility.leak.interval"),
      isNumber: true,
      cell: (row) =>
        row.low === null || row.high === null
          ? "–"
          : `${format.percent(row.low)} – ${format.percent(row.high)}`,
    },
    {
      code: "hours",
      label: t("responsibility.leak.hours"),
      isNumber: true,
      sortValue: (row) => row.leakMinutes,
      cell: (row) => hours(row.leakMinutes),
    },
    {
      code: "total",
      label: t("responsibility.leak.total"),
      isNumber: true,
      sortValue: (row) => row.totalMinutes,
      cell: (row) => hours(row.totalMinutes),
    },
    {
      code: "cost",
      label: money(t("responsibility.leak.money")),
      isNumber: true,
      sortValue: (row) => row.costCents,
      cell: (row) => format.amount(row.costCents),
    },
  ];
  const reasonColumns: TableColumn<Reason>[] = [
    {
      code: "reason",
      label: t("responsibility.leak.reason"),
      sortValue: (row) => row.reason,
      cell: (row) => row.reason ?? t("responsibility.leak.noReason"),
    },
    {
      code: "share",
      label: t("responsibility.leak.share"),
      isNumber: true,
      sortValue: (row) => row.shareRatio,
      cell: (row) => format.percent(row.shareRatio),
    },
    {
      code: "hours",
      label: t("responsibility.leak.hours"),
      isNumber: true,
      sortValue: (row) => row.minutes,
      cell: (row) => hours(row.minutes),
    },
    {
      code: "cost",
      label: money(t("responsibility.leak.money")),
      isNumber: true,
      sortValue: (row) => row.costCents,
      cell: (row) => format.amount(row.costCents),
    },
  ];
  const sample = leak.fromTimeSample;
  return (
    <>
      <LeakFlows leak={leak} currency={currency} />
      <Text size="sm" c="dimmed">
        {leak.legitimate.minutes === 0
          ? ""
          : t("responsibility.leak.legitimate", { hours: hours(leak.legitimate.minutes) })}{" "}
        {sample === null
          ? ""
          : t("responsibility.leak.sample", {
              name: sample.name,
              ratio: format.percent(sample.ratio),
              low: format.percent(sample.low),
              high: format.percent(sample.high),
              n: format.count(sample.samples),
            })}
      </Text>
      <Section title={t("responsibility.leak.byRole")}>
        <SimpleTable
          label={t("responsibility.leak.byRole")}
          columns={roleColumns}
          rows={leak.byRole}
          rowKey={(row) => row.role}
        />
      </Section>
      <Section title={t("responsibility.leak.byReason")}>
        <SimpleTable
          label={t("responsibility.leak.byReason")}
          columns={reasonColumns}
          rows={leak.byReason}
          rowKey={(row) => row.reason ?? ""}
        />
      </Section>
    </>
  );
}
