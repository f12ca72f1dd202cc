import type { ControlComparison } from "@kleinod/engine/import/history.ts";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client.ts";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { notifyProblem } from "../ui/notify.ts";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { useDocumentTypeLabel } from "./labels.ts";
import { parseAmount } from "./parse-amount.ts";

type Row = ControlComparison["rows"][number];

interface ControlTotalsTableProps {
  space: Space;
  rows: readonly Row[];
  currency: string | null;
  maxHeight?: number;
}

/** Month by month: our total, the figure typed in from the ERP, and the difference taken apart. */
export function ControlTotalsTable({ space, rows, currency, maxHeight = 640 }: ControlTotalsTableProps) {
  const { t, format } = useTexts();
  const typeLabel = useDocumentTypeLabel();
  const columns: TableColumn<Row>[] = [
    {
      code: "month",
      label: t("charts.month"),
      sortValue: (row) => row.month,
      cell: (row) => format.month(row.month),
    },
    {
      code: "type",
      label: t("customer.documentType"),
      sortValue: (row) => row.documentType,
      cell: (row) => typeLabel(row.documentType),
    },
    {
      code: "documents",
      label: t("controlTotals.documents"),
      isNumber: true,
      sortValue: (row) => row.documents,
      cell: (row) => format.count(row.documents),
    },
    {
      code: "lines",
      label: t("customer.lines"),
      isNumber: true,
      sortValue: (row) => row.lines,
      cell: (row) => format.count(row.lines),
    },
    {
      code: "amount",
      label: currency === null ? t("controlTotals.ours") : `${t("controlTotals.ours")} (${currency})`,
      isNumber: true,
      sortValue: (row) => row.amountCents,
      cell: (row) => format.moneyExact(row.amountCents, null),
    },
    {
      code: "erp",
      label: t("controlTotals.erp"),
      isNumber: true,
      sortValue: (row) => row.erpCents,
      cell: (row) => <ErpField key={`${row.month}-${row.documentType}`} space={space} row={row} />,
    },
    {
      code: "difference",
      label: t("controlTotals.difference"),
      isNumber: true,
      sortValue: (row) => row.differenceCents,
      cell: (row) => (row.differenceCents === null ? "–" : format.moneyExact(row.differenceCents, null)),
    },
    {
      code: "explained",
      label: t("controlTotals.explained"),
      cell: (row) => <Explained row={row} />,
    },
  ];
  return (
    <SimpleTable
      label={t("controlTotals.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.month}-${row.documentType}`}
      initialSort="-month"
      maxHeight={maxHeight}
    />
  );
}

function Explained({ row }: { row: Row }) {
  const { t, format } = useTexts();
  const part = (key: "rejected" | "unconverted" | "withoutCustomer", lines: number, amount: number) =>
    lines === 0
      ? []
      : [
          t(`controlTotals.parts.${key}`, {
            lines: format.count(lines),
            amount: format.moneyExact(amount, null),
          }),
        ];
  const parts = [
    ...part("rejected", row.rejectedLines, row.rejectedCents),
    ...part("unconverted", row.unconvertedLines, row.unconvertedCents),
    ...part("withoutCustomer", row.withoutCustomerLines, row.withoutCustomerCents),
    ...(row.unexplainedCents === null || row.unexplainedCents === 0
      ? []
      : [t("controlTotals.parts.unexplained", { amount: format.moneyExact(row.unexplainedCents, null) })]),
  ];
  if (parts.length > 0) return <>{parts.join("; ")}</>;
  return <>{row.differenceCents === 0 ? t("controlTotals.equal") : "–"}</>;
}

/** Takes the figure as people type it, in any usual spelling, and saves when the field is left. */
function ErpField({ space, row }: { space: Space; row: Row }) {
  const { t, format } = useTexts();
  const client = useQueryClient();
  const shown = row.erpCents === null ? "" : format.moneyExact(row.erpCents, null);
  const [text, setText] = useState(shown);
  const [isUnreadable, setUnreadable] = useState(false);
  const save = useMutation({
    mutationFn: (erpCents: number | null) =>
      call<ControlComparison>("/import/control-totals", space, {
        method: "PUT",
        body: { month: row.month, documentType: row.documentType, erpCents },
      }),
    onSuccess: (answer) => client.setQueryData([space, "control-totals"], answer),
    onError: (error) => notifyProblem(t("controlTotals.saveFailed"), error, t("errors.kept")),
  });
  const store = () => {
    if (text === shown) return;
    const cents = text.trim() === "" ? null : parseAmount(text);
    setUnreadable(cents === undefined);
    if (cents === undefined) return;
    save.mutate(cents);
    setText(cents === null ? "" : format.moneyExact(cents, null));
  };
  return (
    <TextInput
      size="xs"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === "Enter") store();
      }}
      error={isUnreadable ? t("controlTotals.unreadable") : null}
      aria-label={t("controlTotals.erpFor", { month: format.month(row.month) })}
      placeholder={t("controlTotals.placeholder")}
      w={140}
      ml="auto"
      styles={{ input: { textAlign: "right" } }}
    />
  );
}
