import type { Deviation, DeviationKind } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import type { OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { deviationsQuery, restoreDeviation, undoDeviation } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { PageSkeleton, Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { UnclearList } from "../parts/unclear-list.tsx";
import { DeviationFigures } from "./deviation-figures.tsx";
import { DeviationForm } from "./deviation-form.tsx";
import { DriftCard } from "./drift-card.tsx";
import { useChange } from "./use-change.ts";

/** The deviation ledger: what piles up with both ways out, the kinds, the newest entries, and the variant load. */
export function DeviationsView({ offers }: { offers: readonly OfferWithCheck[] }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const report = useQuery(deviationsQuery(space));
  const kindColumns = useKindColumns(report.data?.driftDays ?? 90);
  const logColumns = useLogColumns(report.data?.currency ?? null);
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (report.data === undefined) return <PageSkeleton />;
  const { kinds, log, driftCount, driftDays, currency, unclear, today } = report.data;
  const drifting = kinds.filter(({ isDrift }) => isDrift);
  return (
    <>
      <Section
        title={t("catalogue.deviations.title")}
        hint={t("catalogue.deviations.hint", { count: String(driftCount), days: String(driftDays) })}
      >
        <p className="k-sentence">{pick(report.data.sentence)}</p>
      </Section>
      <DeviationFigures load={report.data.variantLoad} currency={currency} />
      {drifting.map((kind) => (
        <DriftCard key={kind.kind} kind={kind} currency={currency} />
      ))}
      <DeviationForm offers={offers} currency={currency} latest={today} />
      {kinds.length === 0 ? null : (
        <Section title={t("catalogue.deviations.kinds")}>
          <SimpleTable
            label={t("catalogue.deviations.kinds")}
            columns={kindColumns}
            rows={kinds}
            rowKey={({ kind, origin }) => `${origin} ${kind}`}
          />
        </Section>
      )}
      {log.length === 0 ? null : (
        <Section title={t("catalogue.deviations.log")}>
          <SimpleTable
            label={t("catalogue.deviations.log")}
            columns={logColumns}
            rows={log}
            rowKey={({ id }) => id}
            maxHeight={480}
          />
        </Section>
      )}
      <UnclearList
        title={t("catalogue.unclear")}
        rows={unclear.map(({ field, text }) => ({ code: field, text }))}
        notes={[]}
      />
    </>
  );
}

function useKindColumns(driftDays: number): TableColumn<DeviationKind>[] {
  const { t, format, pick } = useTexts();
  const number = (
    code: string,
    label: string,
    value: (row: DeviationKind) => number | null,
  ): TableColumn<DeviationKind> => ({
    code,
    label,
    isNumber: true,
    sortValue: value,
    cell: (row) => {
      const known = value(row);
      return known === null ? <span className="k-unclear">{t("frame.unclear")}</span> : format.number(known);
    },
  });
  return [
    {
      code: "kind",
      label: t("catalogue.deviations.kind"),
      sortValue: (row) => row.kind,
      cell: (row) => (
        <span title={pick(row.sentence)}>
          {row.origin === "data" ? t("catalogue.deviations.expedited") : row.kind}
        </span>
      ),
    },
    number(
      "inWindow",
      t("catalogue.deviations.inWindow", { days: String(driftDays) }),
      (row) => row.inWindow,
    ),
    number("inYear", t("catalogue.deviations.inYear"), (row) => row.inYear),
    number("customers", t("catalogue.deviations.customers"), (row) => row.customers),
    number("minutes", t("catalogue.deviations.meanMinutes"), (row) => row.meanMinutes),
  ];
}

function useLogColumns(currency: string | null): TableColumn<Deviation>[] {
  const { t, format } = useTexts();
  const space = useSpace();
  const change = useChange();
  const unclear = <span className="k-unclear">{t("frame.unclear")}</span>;
  return [
    {
      code: "at",
      label: t("catalogue.deviations.at"),
      sortValue: (row) => row.at,
      cell: (row) => format.date(row.at),
    },
    {
      code: "kind",
      label: t("catalogue.deviations.kind"),
      sortValue: (row) => row.kind,
      cell: (row) => <span title={row.reason}>{row.kind}</span>,
    },
    { code: "customer", label: t("catalogue.deviations.customer"), cell: (row) => row.customerName ?? "–" },
    { code: "by", label: t("catalogue.deviations.by"), sortValue: (row) => row.by, cell: (row) => row.by },
    {
      code: "minutes",
      label: t("catalogue.deviations.minutes"),
      isNumber: true,
      sortValue: (row) => row.minutes,
      cell: (row) => (row.minutes === null ? unclear : format.number(row.minutes)),
    },
    {
      code: "cents",
      label: t("catalogue.deviations.cents", { currency: currency ?? "" }),
      isNumber: true,
      sortValue: (row) => row.cents,
      cell: (row) => (row.cents === null ? unclear : format.amount(row.cents)),
    },
    {
      code: "undo",
      label: t("catalogue.deviations.undo"),
      cell: (row) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("catalogue.deviations.undoOf", { kind: row.kind, date: format.date(row.at) })}
          onClick={() =>
            change.run({
              run: async () => {
                await undoDeviation(space, row.id);
                return () => restoreDeviation(space, row.id);
              },
              done: t("catalogue.undone"),
            })
          }
        >
          {t("catalogue.deviations.undo")}
        </Button>
      ),
    },
  ];
}
