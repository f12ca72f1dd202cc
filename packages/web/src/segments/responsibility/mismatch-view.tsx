import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

type Under = ResponsibilityReport["mismatch"]["underSupported"]["rows"][number];
type Over = ResponsibilityReport["mismatch"]["overRitualised"]["rows"][number];

/** Both ways: small customers who need more than they get, larger ones who get more than they use. */
export function MismatchView({ report }: { report: ResponsibilityReport }) {
  const { t, format } = useTexts();
  const { underSupported, overRitualised } = report.mismatch;
  const under: TableColumn<Under>[] = [
    ...useCommonColumns<Under>(),
    {
      code: "breadth",
      label: t("responsibility.mismatch.breadth"),
      isNumber: true,
      sortValue: (row) => row.needBreadth,
      cell: (row) => (row.needBreadth === null ? t("frame.unclear") : format.number(row.needBreadth)),
    },
    {
      code: "minutes",
      label: t("responsibility.mismatch.minutes"),
      isNumber: true,
      sortValue: (row) => row.attentionMinutes,
      cell: (row) =>
        row.attentionMinutes === null ? t("frame.unclear") : format.count(Math.round(row.attentionMinutes)),
    },
    {
      code: "broken",
      label: t("responsibility.mismatch.broken"),
      isNumber: true,
      sortValue: (row) => row.brokenPromises,
      cell: (row) => format.count(row.brokenPromises),
    },
  ];
  const over: TableColumn<Over>[] = [
    ...useCommonColumns<Over>(),
    {
      code: "used",
      label: t("responsibility.mismatch.used"),
      isNumber: true,
      sortValue: (row) => row.usedRatio,
      cell: (row) =>
        t("responsibility.mismatch.usedOf", {
          used: format.count(row.elementsUsed),
          offered: format.count(row.elementsOffered),
        }),
    },
    {
      code: "visits",
      label: t("responsibility.mismatch.visits"),
      isNumber: true,
      sortValue: (row) => row.visits,
      cell: (row) => format.count(row.visits),
    },
    {
      code: "saved",
      label: t("responsibility.mismatch.saved"),
      isNumber: true,
      sortValue: (row) => row.savedCents,
      cell: (row) =>
        t("responsibility.mismatch.savedValue", {
          hours: format.count(Math.round(row.savedMinutes / 60)),
          money: format.money(row.savedCents, report.currency),
        }),
    },
  ];
  const nobody = (
    <EmptyState title={t("responsibility.mismatch.none")} why={t("responsibility.mismatch.noneWhy")} />
  );
  return (
    <>
      <Section
        title={t("responsibility.mismatch.under")}
        hint={t("responsibility.mismatch.underHint", { total: format.count(underSupported.total) })}
      >
        {underSupported.rows.length === 0 ? (
          nobody
        ) : (
          <SimpleTable
            label={t("responsibility.mismatch.under")}
            columns={under}
            rows={underSupported.rows}
            rowKey={(row) => row.customerId}
            maxHeight={520}
          />
        )}
      </Section>
      <Section
        title={t("responsibility.mismatch.over")}
        hint={t("responsibility.mismatch.overHint", {
          total: format.count(overRitualised.total),
          hours: format.count(Math.round(overRitualised.minutes / 60)),
          money: format.moneyShort(overRitualised.costCents, report.currency),
        })}
      >
        {overRitualised.rows.length === 0 ? (
          nobody
        ) : (
          <SimpleTable
            label={t("responsibility.mismatch.over")}
            columns={over}
            rows={overRitualised.rows}
            rowKey={(row) => row.customerId}
            maxHeight={520}
          />
        )}
      </Section>
    </>
  );
}

function useCommonColumns<Row extends Under | Over>(): TableColumn<Row>[] {
  const { t, pick } = useTexts();
  const space = useSpace();
  return [
    {
      code: "name",
      label: t("responsibility.mismatch.customer"),
      sortValue: (row) => row.name,
      cell: (row) => (
        <>
          <TextLink to="/$space/customers/$id" params={{ space, id: String(row.customerId) }} size="sm">
            {row.name}
          </TextLink>
          <Text size="xs" c="dimmed">
            {row.responsible ?? ""}
          </Text>
        </>
      ),
    },
    {
      code: "reasons",
      label: t("responsibility.mismatch.reasons"),
      cell: (row) => <Text size="sm">{row.reasons.map(pick).join("; ")}</Text>,
    },
  ];
}
