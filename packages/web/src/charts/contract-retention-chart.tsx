import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { expectationBars } from "./expectation-bars.ts";
import { PlotPicture } from "./plot-picture.tsx";

type Point = ContractsReport["survival"][number];

/** Share that renews at each end of a term: bars are observed, diamonds expected. */
export function ContractRetentionChart({ survival }: { survival: readonly Point[] }) {
  const { t, format } = useTexts();
  const ends = useMemo(
    () =>
      survival.filter(
        (point) => point.period > 0 && (point.retentionObserved !== null || point.retentionExpected !== null),
      ),
    [survival],
  );
  const share = useCallback(
    (ratio: number | null) => (ratio === null ? t("contracts.survival.unknown") : format.percent(ratio)),
    [t, format],
  );
  const draw = useCallback(
    (width: number) =>
      expectationBars(
        ends.map((point) => ({
          name: t("contracts.retention.nth", { n: format.count(point.period) }),
          actual: point.retentionObserved,
          expected: point.retentionExpected,
          tip: t("contracts.retention.tip", {
            n: format.count(point.period),
            atRisk: format.count(point.atRisk),
            observed: share(point.retentionObserved),
            expected: share(point.retentionExpected),
          }),
        })),
        {
          width,
          xLabel: t("contracts.retention.x"),
          tickFormat: (tick) => format.percent(tick),
          most: 1,
        },
      ),
    [ends, share, format, t],
  );
  const columns: TableColumn<Point>[] = [
    {
      code: "period",
      label: t("contracts.retention.column"),
      cell: (row) => t("contracts.retention.nth", { n: format.count(row.period) }),
    },
    {
      code: "atRisk",
      label: t("contracts.survival.atRisk"),
      isNumber: true,
      cell: (row) => format.count(row.atRisk),
    },
    {
      code: "observed",
      label: t("contracts.retention.observed"),
      isNumber: true,
      cell: (row) => share(row.retentionObserved),
    },
    {
      code: "expected",
      label: t("contracts.retention.expected"),
      isNumber: true,
      cell: (row) => share(row.retentionExpected),
    },
  ];
  const observed = ends.filter(({ retentionObserved }) => retentionObserved !== null);
  const first = observed[0]?.retentionObserved ?? null;
  const last = observed.at(-1)?.retentionObserved ?? null;
  const hasExpected = ends.some(({ retentionExpected }) => retentionExpected !== null);
  return (
    <ChartFrame
      title={t(
        renewedRatio(observed.slice(1)) > renewedRatio(observed.slice(0, 1))
          ? "contracts.retention.title"
          : "contracts.retention.titlePlain",
      )}
      hint={t(hasExpected ? "contracts.retention.hint" : "contracts.retention.hintObserved")}
      alternative={t("contracts.retention.alternative", { first: share(first), last: share(last) })}
      columns={columns}
      rows={ends}
    >
      <PlotPicture draw={draw} height={300} />
    </ChartFrame>
  );
}

/** Of all that came to one of these ends; 0 when none did. */
function renewedRatio(points: readonly Point[]): number {
  const atRisk = points.reduce((sum, point) => sum + point.atRisk, 0);
  const ended = points.reduce((sum, point) => sum + point.ended, 0);
  return atRisk === 0 ? 0 : 1 - ended / atRisk;
}
