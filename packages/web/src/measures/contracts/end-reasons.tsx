import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Reason = ContractsReport["reasons"][number];

/** Why contracts ended, in the words of the file. */
export function EndReasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t, format } = useTexts();
  const columns: TableColumn<Reason>[] = [
    {
      code: "reason",
      label: t("contracts.reasons.reason"),
      sortValue: (row) => row.reason,
      cell: (row) => row.reason,
    },
    {
      code: "contracts",
      label: t("contracts.reasons.contracts"),
      isNumber: true,
      sortValue: (row) => row.contracts,
      cell: (row) => format.count(row.contracts),
    },
  ];
  return (
    <Section title={t("contracts.reasons.title")}>
      <SimpleTable
        label={t("contracts.reasons.title")}
        columns={columns}
        rows={reasons}
        rowKey={(row) => row.reason}
      />
    </Section>
  );
}
