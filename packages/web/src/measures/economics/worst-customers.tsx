import type { Economics, WorstRow } from "@kleinod/engine/measures/economics/report-contract.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { enumLabel } from "../cell-value.tsx";
import { CsvButton } from "./csv-button.tsx";
import { CustomerLink } from "./customer-link.tsx";
import { MoneyCell } from "./money-cell.tsx";
import { SizeMark } from "./size-mark.tsx";
import { unitsOf } from "./table-csv.ts";

interface WorstCustomersProps {
  worst: NonNullable<Economics["worst"]>;
  currency: string | null;
}

const shownAtFirst = 25;
const moneyCodes = [
  ["salesCents", "sales"],
  ["contribution1Cents", "contribution1"],
  ["fullCents", "full"],
  ["avoidableCents", "avoidable"],
  ["contributionFullCents", "contributionFull"],
  ["contributionAvoidableCents", "contributionAvoidable"],
] as const;

/** The lowest contributions of whatever size, calmly: sizes by shape, amounts as they are, no verdict. */
export function WorstCustomers({ worst, currency }: WorstCustomersProps) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const [isWhole, setWhole] = useState(false);
  const label = (text: string) => (currency === null ? text : `${text} (${currency})`);
  const columns: TableColumn<WorstRow>[] = [
    {
      code: "rank",
      label: t("economics.worst.rank"),
      isNumber: true,
      sortValue: (row) => row.rank,
      cell: (row) => format.count(row.rank),
    },
    {
      code: "name",
      label: t("economics.worst.customer"),
      sortValue: (row) => row.name,
      cell: (row) => <CustomerLink id={row.customerId} name={row.name} />,
    },
    {
      code: "size",
      label: t("economics.worst.size"),
      sortValue: (row) => row.sizeClass,
      cell: (row) => <SizeMark sizeClass={row.sizeClass} />,
    },
    ...moneyCodes.map(
      ([code, text]): TableColumn<WorstRow> => ({
        code,
        label: t(`economics.worst.${text}`),
        hint: t(`economics.worst.hints.${text}`),
        isNumber: true,
        sortValue: (row) => row[code],
        cell: (row) => <MoneyCell cents={row[code]} />,
      }),
    ),
  ];
  const rows = isWhole ? worst.rows : worst.rows.slice(0, shownAtFirst);
  return (
    <Section
      title={label(t("economics.worst.title"))}
      hint={
        <>
          {pick(worst.sentence)} {t("economics.worst.hint")}
        </>
      }
      actions={
        <CsvButton
          title={t("economics.worst.title")}
          rows={worst.rows}
          columns={[
            { header: t("economics.worst.rank"), value: (row) => row.rank },
            { header: t("economics.worst.customer"), value: (row) => row.name },
            { header: t("customer.account"), value: (row) => row.accountKey },
            { header: t("economics.worst.size"), value: (row) => enumLabel(row.sizeClass, texts) },
            ...moneyCodes.map(([code, text]) => ({
              header: label(t(`economics.worst.hints.${text}`)),
              value: (row: WorstRow) => unitsOf(row[code]),
            })),
          ]}
        />
      }
    >
      <SimpleTable
        label={t("economics.worst.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.customerId}
      />
      {worst.rows.length <= shownAtFirst ? null : (
        <Button variant="subtle" mt="xs" className="k-no-print" onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t("economics.worst.fewer")
            : t("economics.worst.more", { n: format.count(worst.rows.length) })}
        </Button>
      )}
    </Section>
  );
}
