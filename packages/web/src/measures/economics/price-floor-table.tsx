import type { BreakEven } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { CsvButton } from "./csv-button.tsx";
import { MoneyCell } from "./money-cell.tsx";
import { unitsOf } from "./table-csv.ts";

type Floor = NonNullable<BreakEven["priceFloor"]> & { readonly label: BreakEven["label"] };

const codes = [
  ["orderCents", "order"],
  ["goodsCents", "goods"],
  ["fullCents", "full"],
  ["avoidableCents", "avoidable"],
] as const;

/** What a typical small order must bring at least, from its own cost, per channel. */
export function PriceFloorTable({
  channels,
  currency,
}: {
  channels: readonly BreakEven[];
  currency: string | null;
}) {
  const { t, pick } = useTexts();
  const rows = channels.flatMap(({ priceFloor, label }): Floor[] =>
    priceFloor === null ? [] : [{ ...priceFloor, label }],
  );
  const title = t("smallOrders.floor.title");
  if (rows.length === 0) return <EmptyState title={title} why={t("smallOrders.floor.none")} />;
  const gapOf = (row: Floor) => Math.max(0, row.fullCents - row.orderCents);
  const columns: TableColumn<Floor>[] = [
    {
      code: "channel",
      label: t("smallOrders.floor.channel"),
      sortValue: (row) => pick(row.label),
      cell: (row) => pick(row.label),
    },
    ...codes.map(
      ([code, text]): TableColumn<Floor> => ({
        code,
        label: t(`smallOrders.floor.${text}`),
        isNumber: true,
        sortValue: (row) => row[code],
        cell: (row) => <MoneyCell cents={row[code]} />,
      }),
    ),
    {
      code: "gap",
      label: t("smallOrders.floor.gap"),
      isNumber: true,
      sortValue: gapOf,
      cell: (row) => <MoneyCell cents={gapOf(row)} />,
    },
  ];
  return (
    <Section
      title={currency === null ? title : `${title} (${currency})`}
      hint={t("smallOrders.floor.hint")}
      actions={
        <CsvButton
          title={title}
          rows={rows}
          columns={[
            { header: t("smallOrders.floor.channel"), value: (row) => pick(row.label) },
            ...codes.map(([code, text]) => ({
              header: t(`smallOrders.floor.${text}`),
              value: (row: Floor) => unitsOf(row[code]),
            })),
            { header: t("smallOrders.floor.gap"), value: (row) => unitsOf(gapOf(row)) },
          ]}
        />
      }
    >
      <SimpleTable label={title} columns={columns} rows={rows} rowKey={(row) => row.label.en} />
    </Section>
  );
}
