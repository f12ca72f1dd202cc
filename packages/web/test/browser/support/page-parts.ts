import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";

/** The answer on top of a page. */
export const sentence = (page: Page): Locator => page.locator(".k-sentence");

/** All texts of a table's body, row by row. */
export async function rowsOf(table: Locator): Promise<string[][]> {
  const rows: string[][] = [];
  for (const row of await table.locator("tbody tr:not([aria-hidden] tr)").all())
    rows.push(await row.locator("th, td").allInnerTexts());
  return rows;
}

/** A whole number as a page writes it: `1,234`, `1’234` or `1.234`. */
export function wholeNumber(text: string): number {
  const digits = text.replace(/[,.’'\s]/g, "");
  if (!/^[−-]?\d+$/.test(digits)) throw new Error(`"${text}" is no whole number`);
  return Number(digits.replace("−", "-"));
}

/** A whole number as the Swiss pages write it: `1’234`. */
export function swissNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "’");
}

/** Clicks something that downloads, and gives back the file. */
export async function download(
  page: Page,
  click: Locator,
): Promise<{ name: string; path: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), click.click()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, content: await readFile(path) };
}
