import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import type { Cell } from "./export-customers-cells.ts";

/** The mark by which spreadsheets know that a file is UTF-8. */
export const csvStart = "\uFEFF";

/** One record by RFC 4180: quoted where needed, lines end with CRLF. */
export function csvLine(
  cells: readonly Cell[],
  delimiter: string,
  columns: readonly CustomerColumn[] = [],
): string {
  const texts = cells.map((cell, index) => {
    const text = cellText(cell, columns[index]);
    return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${texts.join(delimiter)}\r\n`;
}

function cellText(cell: Cell, column: CustomerColumn | undefined): string {
  if (cell === null) return "";
  return column?.type === "cents" && typeof cell === "number" ? cell.toFixed(2) : String(cell);
}

/** Lines to a file, as fast as the disk takes them and no faster. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(inBlocks(lines)), createWriteStream(path));
}

/** Thousands of small writes as a few large ones. */
async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = "";
  for await (const line of lines) {
    block += line;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  if (block !== "") yield block;
}
