import type { Forecast, Forecaster } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { expectationBars } from "./expectation-bars.ts";
import { PlotPicture } from "./plot-picture.tsx";

type Holdout = NonNullable<Forecast["holdout"]>;
type Group = Holdout["byFrequency"][number] & { readonly name: string; readonly index: number };

/** Purchases per customer after the cut by what was bought before it: bars are what happened, diamonds what was expected. */
export function ForecastFrequencyChart({ holdout, chosen }: { holdout: Holdout; chosen: Forecaster }) {
  const { t, format, pick } = useTexts();
  const groups = useMemo(
    () =>
      holdout.byFrequency.map(
        (group, index): Group => ({
          ...group,
          index,
          name: group.isOrMore
            ? t("forecast.frequency.orMore", { n: format.count(group.frequency) })
            : format.count(group.frequency),
        }),
      ),
    [holdout.byFrequency, format, t],
  );
  const { expectedByFrequency } = chosen;
  const expected = useCallback(
    (group: Group) => expectedByFrequency[group.index] ?? 0,
    [expectedByFrequency],
  );
  const cut = format.date(holdout.cut);
  const draw = useCallback(
    (width: number) =>
      expectationBars(
        groups.map((group) => ({
          name: group.name,
          actual: group.actual,
          expected: expected(group),
          tip: t("forecast.frequency.tip", {
            frequency: group.name,
            customers: format.count(group.customers),
            actual: format.number(group.actual, 2),
            expected: format.number(expected(group), 2),
          }),
        })),
        {
          width,
          xLabel: t("forecast.frequency.x", { cut }),
          tickFormat: (tick) => format.number(tick),
        },
      ),
    [groups, expected, cut, format, t],
  );
  const columns: TableColumn<Group>[] = [
    { code: "name", label: t("forecast.frequency.column"), cell: (row) => row.name },
    {
      code: "customers",
      label: t("forecast.frequency.customers"),
      isNumber: true,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "actual",
      label: t("forecast.frequency.actual"),
      isNumber: true,
      cell: (row) => format.fixed(row.actual, 2),
    },
    ...holdout.forecasters.map(
      (forecaster): TableColumn<Group> => ({
        code: forecaster.code,
        label: t("forecast.frequency.expected", { name: pick(forecaster.label) }),
        isNumber: true,
        cell: (row) => format.fixed(forecaster.expectedByFrequency[row.index] ?? 0, 2),
      }),
    ),
  ];
  const [first] = groups;
  const last = groups.at(-1);
  return (
    <ChartFrame
      title={t("forecast.frequency.title")}
      hint={t("forecast.frequency.hint", { cut })}
      alternative={
        first === undefined || last === undefined
          ? ""
          : t("forecast.frequency.alternative", {
              actualLow: format.number(first.actual, 2),
              expectedLow: format.number(expected(first), 2),
              actualHigh: format.number(last.actual, 2),
              expectedHigh: format.number(expected(last), 2),
            })
      }
      columns={columns}
      rows={groups}
    >
      <PlotPicture draw={draw} height={260} />
    </ChartFrame>
  );
}
