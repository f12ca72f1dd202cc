/** A line of a panel. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  /** One value per position of the panel. */
  readonly values: readonly number[];
  /** Dots at the values, for few positions. */
  readonly hasDots?: boolean;
}

export interface Panel {
  readonly title: string;
  /** Where the values stand. */
  readonly positions: readonly number[];
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly note?: string }[];
  readonly axis: string;
  readonly series: readonly Series[];
  /** A vertical line with a word beside it. */
  readonly mark?: { readonly at: number; readonly label: string };
}

export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly panels: readonly Panel[];
  readonly height: number;
}

const WIDTH = 820;
const GAP = 36;
const MARGIN = { top: 62, right: 16, bottom: 52, left: 44 };
/** Reads on white and on a dark page alike. */
const TEXT = "#6e7781";
const FONT = "font-family=\"-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif\"";

/** Line charts beside each other as one SVG without a background, with one legend for all of them. */
export function lineCharts({ title, description, panels, height }: Picture): string {
  const width = (WIDTH - GAP * (panels.length - 1)) / panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" ${FONT} font-size="12" fill="${TEXT}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...legend(panels[0]!.series),
    ...panels.flatMap((panel, i) => [
      `<g transform="translate(${number(i * (width + GAP))} 0)">`,
      ...panelLines(panel, width, height),
      "</g>",
    ]),
    "</svg>",
    "",
  ].join("\n");
}

function legend(series: readonly Series[]): string[] {
  let x = MARGIN.left;
  return series.map(({ name, colour }) => {
    const at = x;
    x += 44 + 7 * name.length;
    return `<line x1="${at}" y1="12" x2="${at + 22}" y2="12" stroke="${colour}" stroke-width="3"/><text x="${at + 28}" y="16">${escaped(name)}</text>`;
  });
}

function panelLines(panel: Panel, width: number, height: number): string[] {
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const first = panel.positions[0]!;
  const last = panel.positions.at(-1)!;
  const largest = Math.max(...panel.series.flatMap(({ values }) => values));
  const step = tickStep(largest);
  const ceiling = Math.ceil(largest / step) * step;
  const x = (position: number) => number(left + ((position - first) / (last - first)) * (right - left));
  const y = (value: number) => number(bottom - (value / ceiling) * (bottom - top));
  const lines = [`<text x="${left}" y="${top - 16}" font-weight="600">${escaped(panel.title)}</text>`];
  for (let value = 0; value <= ceiling + step / 2; value += step) {
    const isBase = value === 0;
    lines.push(
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="${TEXT}" stroke-opacity="${isBase ? 0.8 : 0.25}"/>`,
      `<text x="${left - 8}" y="${number(y(value) + 4)}" text-anchor="end">${value.toLocaleString("en")}</text>`,
    );
  }
  for (const { at, label, note } of panel.ticks) {
    lines.push(`<text x="${x(at)}" y="${bottom + 18}" text-anchor="middle">${escaped(label)}</text>`);
    if (note === undefined) continue;
    lines.push(
      `<text x="${x(at)}" y="${bottom + 33}" text-anchor="middle" font-size="10">${escaped(note)}</text>`,
    );
  }
  lines.push(
    `<text x="${number((left + right) / 2)}" y="${height - 4}" text-anchor="middle">${escaped(panel.axis)}</text>`,
  );
  if (panel.mark !== undefined) {
    const at = x(panel.mark.at);
    lines.push(
      `<line x1="${at}" x2="${at}" y1="${top}" y2="${bottom}" stroke="${TEXT}" stroke-dasharray="4 4"/>`,
      `<text x="${number(at + 6)}" y="${bottom - 8}">${escaped(panel.mark.label)}</text>`,
    );
  }
  for (const { colour, values, hasDots } of panel.series) {
    const points = values.map((value, i) => `${x(panel.positions[i]!)},${y(value)}`);
    lines.push(
      `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"/>`,
    );
    if (hasDots !== true) continue;
    for (const point of points) {
      const [cx, cy] = point.split(",");
      lines.push(`<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`);
    }
  }
  return lines;
}

/** 1, 2 or 5 times a power of ten that gives four to nine intervals. */
function tickStep(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const factor = [1, 2, 5, 10].find((candidate) => largest / (candidate * power) <= 6.5) ?? 10;
  return factor * power;
}

const number = (value: number) => Math.round(value * 10) / 10;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
