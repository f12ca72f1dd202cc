export interface TableColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => string;
  readonly align?: "left" | "right";
}

const longestCell = 48;

/** A plain table: columns as wide as their widest cell, long texts cut, two spaces between. */
export function tableText<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => shorten(column.value(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, index) => {
          const width = widths[index] ?? 0;
          return columns[index]?.align === "right" ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Control characters of foreign data must not reach the terminal. */
function shorten(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean;
}
