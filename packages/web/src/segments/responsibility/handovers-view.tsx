import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { DecisionsTable } from "./decisions-table.tsx";

type Row = ResponsibilityReport["handovers"][number];

/** Who handed whom over to whom, with the time that was agreed. */
export function HandoversView({ report }: { report: ResponsibilityReport }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const columns: TableColumn<Row>[] = [
    {
      code: "customer",
      label: t("responsibility.handover.customer"),
      sortValue: (row) => row.customerName,
      cell: (row) =>
        row.customerId === null ? (
          row.accountKey
        ) : (
          <TextLink to="/$space/customers/$id" params={{ space, id: String(row.customerId) }} size="sm">
            {row.customerName ?? row.accountKey}
          </TextLink>
        ),
    },
    { code: "from", label: t("responsibility.handover.from"), cell: (row) => row.from ?? "–" },
    { code: "to", label: t("responsibility.handover.to"), cell: (row) => row.to.name },
    {
      code: "agreed",
      label: t("responsibility.handover.agreed"),
      sortValue: (row) => row.agreedAt,
      cell: (row) => (row.agreedAt.length === 10 ? format.date(row.agreedAt) : format.instant(row.agreedAt)),
    },
    {
      code: "note",
      label: t("responsibility.handover.note"),
      cell: (row) => (
        <>
          {row.note}
          {row.isUndone ? (
            <Text size="xs" c="dimmed">
              {t("responsibility.handover.undone")}
            </Text>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      {report.handovers.length === 0 ? (
        <EmptyState title={t("responsibility.handover.none")} why={t("responsibility.handover.noneWhy")} />
      ) : (
        <Section title={t("responsibility.views.handovers")} hint={t("responsibility.handover.hint")}>
          <SimpleTable
            label={t("responsibility.views.handovers")}
            columns={columns}
            rows={report.handovers}
            rowKey={(row) => row.id}
          />
        </Section>
      )}
      <DecisionsTable />
    </>
  );
}
