import { pageColors } from "./page-colors.ts";

export interface ChartLine {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  readonly label: string;
  readonly isDashed?: boolean;
}

export interface LineChart {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ChartLine[];
  readonly xTicks: readonly (readonly [value: number, label: string])[];
  /** Text of a value of the y axis. */
  readonly yText: (value: number) => string;
  /** Marks on the x axis in two colours, e.g. where sizes stand; share of the second per stretch. */
  readonly band?: readonly { readonly from: number; readonly to: number; readonly share: number }[];
}

const margin = { left: 58, right: 8, top: 8, bottom: 26 };
const bandHeight = 6;

/** Lines over two axes as vector graphics: sharp on paper at any size, and its labels stay text. */
export function lineChartSvg({ width, height, lines, xTicks, yText, band = [] }: LineChart): string {
  const xs = lines.flatMap(({ points }) => points.map(([x]) => x));
  const ys = lines.flatMap(({ points }) => points.map(([, y]) => y));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const xAt = scale([left, right], [margin.left, width - margin.right]);
  const floor = height - margin.bottom - (band.length > 0 ? bandHeight + 4 : 0);
  const yAt = scale([low, high], [floor, margin.top]);
  const grid = niceTicks(low, high).map((value) => {
    const y = number(yAt(value));
    const color = value === 0 ? pageColors.muted : pageColors.line;
    return `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y}" y2="${y}" stroke="${color}" stroke-width="0.5"/>${textAt(margin.left - 4, yAt(value) + 2.5, yText(value), "end")}`;
  });
  const marks = band.flatMap(({ from, to, share }) => {
    const [x0, x1] = [xAt(from), xAt(to)];
    const top = height - margin.bottom - bandHeight;
    const largeHeight = bandHeight * share;
    return [
      rectangle(x0, top + largeHeight, x1 - x0, bandHeight - largeHeight, pageColors.small),
      rectangle(x0, top, x1 - x0, largeHeight, pageColors.large),
    ];
  });
  const ticks = xTicks.map(([value, label], index) => {
    const anchor = index === 0 ? "start" : index === xTicks.length - 1 ? "end" : "middle";
    return textAt(xAt(value), height - margin.bottom + 12, label, anchor);
  });
  const curves = lines.map(({ points, color, isDashed = false }) => {
    const path = points.map(([x, y]) => `${number(xAt(x))},${number(yAt(y))}`).join(" ");
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="1.6"${isDashed ? ' stroke-dasharray="4 2"' : ""}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[...grid, ...marks, ...ticks, ...curves].join("")}</svg>`;
}

function scale([from, to]: readonly [number, number], [first, last]: readonly [number, number]) {
  const span = to === from ? 1 : to - from;
  return (value: number) => first + ((value - from) / span) * (last - first);
}

/** Three to six round values that lie within. */
function niceTicks(low: number, high: number): number[] {
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high + step * 1e-9; at++) ticks.push(at * step || 0);
  return ticks;
}

const number = (value: number) => value.toFixed(2);

const rectangle = (x: number, y: number, width: number, height: number, color: string) =>
  width <= 0 || height <= 0
    ? ""
    : `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${color}"/>`;

function textAt(x: number, y: number, text: string, anchor: "start" | "middle" | "end"): string {
  const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<text x="${number(x)}" y="${number(y)}" font-family="Roboto" font-size="7" fill="${pageColors.muted}" text-anchor="${anchor}">${safe}</text>`;
}
