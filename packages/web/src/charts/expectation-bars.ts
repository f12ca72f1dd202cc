import * as Plot from "@observablehq/plot";

/** A group of which it is known what happened, what was expected, or both. */
export interface ExpectationBar {
  readonly name: string;
  readonly actual: number | null;
  readonly expected: number | null;
  readonly tip: string;
}

interface ExpectationBarsOptions {
  width: number;
  xLabel: string;
  tickFormat: (tick: number) => string;
  /** Largest value of the axis; absent: as the data say. */
  most?: number;
}

const leastLabelWidth = 40;

/** Shape before hue: bars are what happened, diamonds what was expected. */
export function expectationBars(
  bars: readonly ExpectationBar[],
  { width, xLabel, tickFormat, most }: ExpectationBarsOptions,
): Plot.PlotOptions {
  const sparse = Math.max(1, Math.ceil(bars.length / (width / 34)));
  return {
    marginLeft: 46,
    marginRight: 8,
    marginTop: 26,
    marginBottom: 44,
    x: {
      type: "band",
      domain: bars.map(({ name }) => name),
      label: xLabel,
      labelArrow: "none",
      labelAnchor: "center",
      tickSize: 0,
      ticks: bars.filter((_, index) => index % sparse === 0).map(({ name }) => name),
    },
    y: {
      label: null,
      grid: true,
      zero: true,
      ticks: 5,
      tickFormat,
      ...(most === undefined ? {} : { domain: [0, most] }),
    },
    marks: [
      Plot.barY(
        bars.filter(({ actual }) => actual !== null),
        { x: "name", y: "actual", fill: "var(--k-accent-soft)" },
      ),
      Plot.text(
        // Narrower bars leave no room for a number.
        width / bars.length < leastLabelWidth ? [] : bars.filter(({ actual }) => actual !== null),
        {
          x: "name",
          y: (bar: ExpectationBar) => Math.max(bar.actual ?? 0, bar.expected ?? 0),
          text: (bar: ExpectationBar) => tickFormat(bar.actual ?? 0),
          dy: -14,
          fill: "var(--k-ink)",
        },
      ),
      Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
      Plot.dot(
        bars.filter(({ expected }) => expected !== null),
        { x: "name", y: "expected", symbol: "diamond", r: 5, fill: "var(--k-accent)" },
      ),
      Plot.tip(
        bars,
        Plot.pointerX({
          x: "name",
          y: (bar: ExpectationBar) => bar.actual ?? bar.expected ?? 0,
          fill: "var(--k-surface)",
          title: "tip",
        }),
      ),
    ],
  };
}
