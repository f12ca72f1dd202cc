import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "playwright-core";

export interface ScreenshotOptions {
  /** Picture of the whole page instead of the part in the window. Default: true. */
  readonly fullPage?: boolean;
}

/**
 * Saves a picture of the page once its fonts are there, without moving parts and text cursor, so that the same page
 * gives the same picture.
 * @param file path of the PNG to write; its folder is made
 */
export async function screenshot(page: Page, file: string, options: ScreenshotOptions = {}): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await page.evaluate("document.fonts.ready.then(() => true)");
  await page.screenshot({
    path: file,
    fullPage: options.fullPage ?? true,
    animations: "disabled",
    caret: "hide",
  });
}
