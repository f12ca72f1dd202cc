import { accessibilityViolations } from "@kleinod/testkit/browser/axe.ts";
import type { Page } from "playwright-core";

/** Some labels fade from one colour to the other; in between they have too little contrast. */
const colourChangeMs = 250;

export interface Faults {
  readonly violations: readonly { scheme: string; rule: string; elements: readonly string[] }[];
  /** Pixels that the page is wider than the window. */
  readonly overflow: number;
}

/** What axe finds in light and in dark, and whether anything sticks out. */
export async function faultsOf(page: Page): Promise<Faults> {
  const violations: { scheme: string; rule: string; elements: readonly string[] }[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
    await page.waitForTimeout(colourChangeMs);
    for (const { rule, elements } of await accessibilityViolations(page))
      violations.push({ scheme, rule, elements });
  }
  const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
  return { violations, overflow };
}

export const noFaults: Faults = { violations: [], overflow: 0 };
