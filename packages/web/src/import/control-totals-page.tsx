import { useQuery } from "@tanstack/react-query";
import { controlTotalsQuery, statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { ControlTotalsTable } from "./control-totals-table.tsx";

/** Our totals beside those of the ERP, with what explains the difference. */
export function ControlTotalsPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  const totals = useQuery(controlTotalsQuery(space));
  if (totals.isError) return <ErrorState error={totals.error} retry={() => void totals.refetch()} />;
  if (totals.data === undefined) return <PageSkeleton />;
  const { rows } = totals.data;
  const compared = rows.filter((row) => row.erpCents !== null);
  const equal = compared.filter((row) => row.differenceCents === 0).length;
  return (
    <Page
      title={t("controlTotals.title")}
      sentence={
        compared.length === 0
          ? t("controlTotals.nothingTyped")
          : t("controlTotals.sentence", {
              equal: format.count(equal),
              compared: format.count(compared.length),
            })
      }
      note={t("controlTotals.note")}
    >
      {rows.length === 0 ? (
        <NoDataYet space={space} />
      ) : (
        <ControlTotalsTable space={space} rows={rows} currency={status.data?.currency ?? null} />
      )}
    </Page>
  );
}
