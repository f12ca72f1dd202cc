import type { ReactNode } from "react";
import { useTexts } from "../i18n/index.ts";
import { useMadeOf } from "./made-of.tsx";

interface KeyFigureProps {
  label: string;
  value: ReactNode;
  /** The full value, on hover. */
  exact?: string;
  /** Change against the period before, or what belongs to the figure. */
  more?: ReactNode;
  /** Column whose contract answers "what am I made of?". */
  code: string;
  customerId?: number;
}

/** One figure of a page. A click opens what it is made of. */
export function KeyFigure({ label, value, exact, more, code, customerId }: KeyFigureProps) {
  const { t } = useTexts();
  const madeOf = useMadeOf();
  return (
    <button
      type="button"
      className="k-figure"
      title={exact}
      aria-haspopup="dialog"
      onClick={() => madeOf.open(customerId === undefined ? { code } : { code, customerId })}
    >
      <span className="k-figure-label">{label}</span>
      <span className="k-figure-value">{value}</span>
      {more === undefined ? null : <span className="k-figure-more">{more}</span>}
      <span className="k-hidden">{t("madeOf.open")}</span>
    </button>
  );
}

/** Change against the previous period in words, without colour: nobody is good or bad here. */
export function Change({ ratio }: { ratio: number | null }) {
  const { t, format } = useTexts();
  if (ratio === null) return <>{t("frame.noPrevious")}</>;
  const arrow = ratio > 0.0005 ? "↗" : ratio < -0.0005 ? "↘" : "→";
  return (
    <>
      <span aria-hidden="true">{arrow} </span>
      {t("frame.changeToPrevious", { change: format.change(ratio) })}
    </>
  );
}
