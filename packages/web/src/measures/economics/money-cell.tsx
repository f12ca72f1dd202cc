import { useTexts } from "../../i18n/index.ts";

/** Cents in a cell whose header names the currency; every cent on hover; unknown is a dash with a name. */
export function MoneyCell({ cents }: { cents: number | null }) {
  const { t, format } = useTexts();
  if (cents !== null) return <span title={format.moneyExact(cents, null)}>{format.amount(cents)}</span>;
  return (
    <span style={{ color: "var(--k-muted)" }}>
      <span aria-hidden="true">–</span>
      <span className="k-hidden">{t("frame.unclear")}</span>
    </span>
  );
}
