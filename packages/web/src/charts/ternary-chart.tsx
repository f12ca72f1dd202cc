import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { TernaryDrawing, type TernaryMark } from "./ternary-drawing.tsx";
import { areaRadius, placeLabels, ternaryHeight, ternaryPoint } from "./ternary-layout.ts";

interface TernaryChartProps {
  types: readonly CaseType[];
  nameOf: (type: CaseType) => string;
  currency: string | null;
  columns: readonly TableColumn<CaseType>[];
  onOpen: (code: string) => void;
}

const drawnAtMost = 60;
const top = 34;
const leastTouch = 24;

/**
 * Case types in a triangle of small value, varied need and high effort: the area of a circle is its cost, the filled part
 * the share of our own failures. Each circle opens its case type.
 */
export function TernaryChart({ types, nameOf, currency, columns, onOpen }: TernaryChartProps) {
  const { t, format } = useTexts();
  const { ref, width } = useElementSize();
  const side = Math.max(200, Math.min(width - 24, 560));
  const left = Math.max(0, (width - side) / 2);
  const height = top + ternaryHeight(side) + 34;
  // Dearest first, so that small circles lie above large ones and labels go to those that matter.
  const drawn = useMemo(
    () => [...types].sort((a, b) => b.costCents - a.costCents).slice(0, drawnAtMost),
    [types],
  );
  const marks = useMemo(() => {
    const largest = drawn[0]?.costCents ?? 0;
    return drawn.map((type): TernaryMark => {
      const point = ternaryPoint(type.coordinates, side);
      const radius = areaRadius(type.costCents, largest, side / 13);
      return { code: type.code, filled: type.failureShare, x: left + point.x, y: top + point.y, radius };
    });
  }, [drawn, side, left]);
  const labels = useMemo(() => {
    const isNarrow = width < 480;
    const longest = isNarrow ? 16 : 34;
    const names = drawn.map((type) => {
      const name = nameOf(type);
      return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
    });
    const shown = isNarrow ? 5 : 9;
    const widths = names.map((name, index) => (index < shown ? name.length * 6.7 : Number.POSITIVE_INFINITY));
    return placeLabels(marks, widths, { width, height }).map((place) => ({
      ...place,
      name: names[place.index] ?? "",
    }));
  }, [drawn, marks, nameOf, width, height]);
  const most = drawn[0] ?? null;
  const describe = (type: CaseType) =>
    [
      t("economicsCharts.ternary.circle", {
        type: nameOf(type),
        money: format.money(type.costCents, currency),
        customers: format.count(type.customers),
      }),
      type.failureShare === null
        ? t("economicsCharts.ternary.unknownFailure")
        : t("economicsCharts.ternary.failure", { share: format.percent(type.failureShare) }),
    ].join("; ");
  return (
    <ChartFrame
      title={t("economicsCharts.ternary.title")}
      hint={t("economicsCharts.ternary.hint")}
      alternative={
        most === null
          ? ""
          : t("economicsCharts.ternary.alternative", {
              n: format.count(types.length),
              type: nameOf(most),
              money: format.money(most.costCents, currency),
            })
      }
      columns={columns}
      rows={types}
    >
      <div ref={ref} style={{ minHeight: height, position: "relative", overflow: "hidden" }}>
        {width < 40 ? null : (
          <>
            <TernaryDrawing
              marks={marks}
              labels={labels}
              width={width}
              height={height}
              side={side}
              left={left}
              top={top}
            />
            {drawn.map((type, index) => {
              const mark = marks[index];
              if (mark === undefined) return null;
              const size = Math.max(leastTouch, mark.radius * 2);
              return (
                <button
                  key={type.code}
                  type="button"
                  title={describe(type)}
                  aria-label={describe(type)}
                  onClick={() => onOpen(type.code)}
                  style={{
                    position: "absolute",
                    left: mark.x - size / 2,
                    top: mark.y - size / 2,
                    width: size,
                    height: size,
                    padding: 0,
                    border: 0,
                    borderRadius: "50%",
                    background: "none",
                    cursor: "pointer",
                  }}
                />
              );
            })}
          </>
        )}
      </div>
    </ChartFrame>
  );
}
