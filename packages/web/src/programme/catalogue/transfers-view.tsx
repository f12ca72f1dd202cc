import type { Transfer, TransferReport } from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { Button } from "@mantine/core";
import { restoreTransfer, undoTransfer } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { TransferForm } from "./transfer-form.tsx";
import { useChange } from "./use-change.ts";

/** Which lean practices moved to other segments, and with what effect; unknown stays unknown. */
export function TransfersView({ report, currency }: { report: TransferReport; currency: string | null }) {
  const { t, pick } = useTexts();
  const columns = useColumns(currency);
  return (
    <>
      <TransferForm currency={currency} latest={report.to} />
      {report.moved.length === 0 ? (
        <EmptyState title={t("catalogue.transfers.none")} why={t("catalogue.transfers.noneWhy")} />
      ) : (
        <Section title={t("catalogue.transfers.title")} hint={pick(report.sentence)}>
          <SimpleTable
            label={t("catalogue.transfers.table")}
            columns={columns}
            rows={report.moved}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
      {report.earlier.length === 0 ? null : (
        <Section title={t("catalogue.transfers.earlier")}>
          <SimpleTable
            label={t("catalogue.transfers.earlier")}
            columns={columns}
            rows={report.earlier}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
    </>
  );
}

function useColumns(currency: string | null): TableColumn<Transfer>[] {
  const { t, format } = useTexts();
  const space = useSpace();
  const change = useChange();
  const effect = ({ effect: known }: Transfer) =>
    known === null ? (
      <span className="k-unclear">{t("catalogue.transfers.effectUnknown")}</span>
    ) : (
      <span
        title={t("catalogue.transfers.effectRange", {
          low: format.money(known.low, currency),
          high: format.money(known.high, currency),
        })}
      >
        {format.money(known.cents, currency)}
      </span>
    );
  return [
    {
      code: "practice",
      label: t("catalogue.transfers.practice"),
      sortValue: (row) => row.practice,
      cell: (row) => <span title={row.note}>{row.practice}</span>,
    },
    { code: "from", label: t("catalogue.transfers.from"), cell: (row) => row.from },
    { code: "to", label: t("catalogue.transfers.to"), cell: (row) => row.to },
    {
      code: "movedOn",
      label: t("catalogue.transfers.movedOn"),
      sortValue: (row) => row.movedOn,
      cell: (row) => format.date(row.movedOn),
    },
    {
      code: "effect",
      label: t("catalogue.transfers.effect"),
      isNumber: true,
      sortValue: (row) => row.effect?.cents ?? null,
      cell: effect,
    },
    {
      code: "undo",
      label: t("catalogue.transfers.undo"),
      cell: (row) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("catalogue.transfers.undoOf", { practice: row.practice })}
          onClick={() =>
            change.run({
              run: async () => {
                await undoTransfer(space, row.id);
                return () => restoreTransfer(space, row.id);
              },
              done: t("catalogue.undone"),
            })
          }
        >
          {t("catalogue.transfers.undo")}
        </Button>
      ),
    },
  ];
}
