import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/index.ts";

interface PartsFigureProps {
  label: string;
  value: ReactNode;
  /** The full value, on hover. */
  exact?: string;
  more?: ReactNode;
  /** The lines that the figure is the sum of, or the arithmetic in words. */
  madeOf?: ReactNode;
}

/** A figure that no column holds: a click opens the parts that are at hand. Figures of columns are `KeyFigure`s. */
export function PartsFigure({ label, value, exact, more, madeOf }: PartsFigureProps) {
  const { t } = useTexts();
  const content = (
    <>
      <span className="k-figure-label">{label}</span>
      <span className="k-figure-value">{value}</span>
      {more === undefined ? null : <span className="k-figure-more">{more}</span>}
    </>
  );
  if (madeOf === undefined) {
    return (
      <div className="k-figure" data-plain="" title={exact}>
        {content}
      </div>
    );
  }
  return (
    <Popover width={340} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="k-figure" title={exact} aria-haspopup="dialog">
          {content}
          <span className="k-hidden">{t("madeOf.open")}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`${label}: ${t("madeOf.title")}`} tabIndex={-1}>
        {madeOf}
      </Popover.Dropdown>
    </Popover>
  );
}
