import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { TernaryDrawing, type TernaryMark } from "./ternary-drawing.tsx";
import {
  areaRadius,
  placeLabels,
  type TernaryShares,
  ternaryHeight,
  ternaryPoint,
} from "./ternary-layout.ts";
import { spreadShares } from "./ternary-spread.ts";

export interface TernaryItem {
  readonly code: string;
  readonly name: string;
  readonly contacts: number;
  readonly costCents: number;
  readonly failureShare: number | null;
  readonly coordinates: TernaryShares;
}

interface TernaryChartProps<Item extends TernaryItem> {
  /** Dearest first, so that small circles lie above large ones and labels go to those that matter. */
  items: readonly Item[];
  currency: string | null;
  onOpen: (item: Item) => void;
}

const drawnAtMost = 40;
const top = 34;
const leastTouch = 24;
const letterWidth = 6.7;

/**
 * Groups of cases in a triangle of small value, varied need and high effort: the area of a circle is its cost, the filled
 * part the share of our own failures, the middle the average. A click goes deeper; for the keyboard the list below does.
 */
export function TernaryChart<Item extends TernaryItem>({ items, currency, onOpen }: TernaryChartProps<Item>) {
  const { t, format } = useTexts();
  const { ref, width } = useElementSize();
  const isNarrow = width < 480;
  const side = Math.max(200, Math.min(width - 24, 600));
  const left = Math.max(0, (width - side) / 2);
  const height = top + ternaryHeight(side) + 34;
  const drawn = useMemo(() => items.slice(0, drawnAtMost), [items]);
  const marks = useMemo(() => {
    const largest = drawn[0]?.costCents ?? 0;
    const places = spreadShares(drawn.map((item) => ({ shares: item.coordinates, weight: item.costCents })));
    return drawn.map((item, index): TernaryMark => {
      const point = ternaryPoint(places[index] ?? item.coordinates, side);
      const radius = areaRadius(item.costCents, largest, side / 16);
      return { code: item.code, filled: item.failureShare, x: left + point.x, y: top + point.y, radius };
    });
  }, [drawn, side, left]);
  const labels = useMemo(() => {
    const longest = isNarrow ? 16 : 36;
    const names = drawn.map(({ name }) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name));
    const shown = isNarrow ? 6 : 16;
    const widths = names.map((name, index) =>
      index < shown ? name.length * letterWidth : Number.POSITIVE_INFINITY,
    );
    return placeLabels(marks, widths, { width, height }).map((place) => ({
      ...place,
      name: names[place.index] ?? "",
    }));
  }, [drawn, marks, isNarrow, width, height]);
  const failureText = (share: number | null) =>
    share === null
      ? t("economicsCharts.ternary.unknownFailure")
      : t("economicsCharts.ternary.failure", { share: format.percent(share) });
  const describe = (item: Item) =>
    `${t("economicsCharts.ternary.circle", {
      type: item.name,
      money: format.money(item.costCents, currency),
      contacts: format.count(item.contacts),
    })}; ${failureText(item.failureShare)}`;
  const most = drawn[0];
  return (
    <ChartFrame
      title={t("economicsCharts.ternary.title")}
      hint={t("economicsCharts.ternary.hint")}
      alternative={
        most === undefined
          ? ""
          : t("economicsCharts.ternary.alternative", {
              n: format.count(items.length),
              type: most.name,
              money: format.money(most.costCents, currency),
            })
      }
      columns={useTernaryColumns(currency)}
      rows={items}
    >
      <div
        ref={ref}
        style={{ minHeight: height, position: "relative", overflow: "hidden" }}
        aria-hidden="true"
      >
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
            {drawn.map((item, index) => {
              const mark = marks[index];
              if (mark === undefined) return null;
              const size = Math.max(leastTouch, mark.radius * 2);
              return (
                <button
                  key={item.code}
                  type="button"
                  tabIndex={-1}
                  title={describe(item)}
                  onClick={() => onOpen(item)}
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

function useTernaryColumns(currency: string | null): TableColumn<TernaryItem>[] {
  const { t, format } = useTexts();
  const cost = t("triangle.types.cost");
  const corner = (code: keyof TernaryShares): TableColumn<TernaryItem> => ({
    code,
    label: t(`economicsCharts.ternary.${code}`),
    isNumber: true,
    sortValue: (item) => item.coordinates[code],
    cell: (item) => format.percent(item.coordinates[code]),
  });
  return [
    {
      code: "type",
      label: t("triangle.types.type"),
      sortValue: (item) => item.name,
      cell: (item) => item.name,
    },
    {
      code: "contacts",
      label: t("triangle.types.contacts"),
      isNumber: true,
      sortValue: (item) => item.contacts,
      cell: (item) => format.count(item.contacts),
    },
    {
      code: "cost",
      label: currency === null ? cost : `${cost} (${currency})`,
      isNumber: true,
      sortValue: (item) => item.costCents,
      cell: (item) => format.amount(item.costCents),
    },
    {
      code: "failure",
      label: t("triangle.types.failure"),
      isNumber: true,
      sortValue: (item) => item.failureShare,
      cell: (item) => (item.failureShare === null ? t("frame.unclear") : format.percent(item.failureShare)),
    },
    corner("value"),
    corner("need"),
    corner("effort"),
  ];
}
