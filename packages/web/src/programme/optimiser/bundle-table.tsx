import type {
  OptimisationReport,
  SegmentBundle,
} from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useOptionNames } from "../parts/use-option-names.ts";

/** Which bundle each segment gets and what it is worth. */
export function BundleTable({ report }: { report: OptimisationReport }) {
  const { t, format } = useTexts();
  const names = useOptionNames();
  const short = (cents: number) => format.moneyShort(cents, report.currency);
  const columns: TableColumn<SegmentBundle>[] = [
    { code: "segment", label: t("optimiser.segment"), sortValue: (row) => row.name, cell: (row) => row.name },
    {
      code: "customers",
      label: t("optimiser.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "options",
      label: t("optimiser.options"),
      cell: (row) =>
        row.options.length === 0
          ? t("optimiser.asToday")
          : row.options.map((code) => `${code} ${names(code)}`).join(", "),
    },
    {
      code: "expected",
      label: t("optimiser.expected"),
      isNumber: true,
      sortValue: (row) => row.expectedCents,
      cell: (row) => short(row.expectedCents),
    },
    {
      code: "singles",
      label: t("optimiser.singles"),
      isNumber: true,
      sortValue: (row) => row.sumOfSinglesCents,
      cell: (row) => short(row.sumOfSinglesCents),
    },
    {
      code: "giveTake",
      label: t("optimiser.giveTakeColumn"),
      isNumber: true,
      sortValue: (row) => row.giveTakeCentsPerCustomer,
      cell: (row) => format.moneyExact(Math.round(row.giveTakeCentsPerCustomer), report.currency),
    },
  ];
  return (
    <Section title={t("optimiser.bundlesTitle")}>
      <SimpleTable
        label={t("optimiser.bundlesTitle")}
        columns={columns}
        rows={report.perSegment}
        rowKey={(row) => row.segment}
      />
    </Section>
  );
}
