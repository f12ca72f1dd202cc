import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface AccessibilityViolation {
  /** Rule of axe-core, e.g. `color-contrast`. */
  readonly rule: string;
  readonly impact: "minor" | "moderate" | "serious" | "critical" | null;
  /** What the rule asks for, in one sentence. */
  readonly help: string;
  /** CSS selectors of the elements that break it. */
  readonly elements: readonly string[];
}

export interface AccessibilityOptions {
  /** Selector of the part to look at; default: the whole page. */
  readonly within?: string;
  /** Tags of axe-core's rules; default: WCAG 2.2 A and AA and best practices. */
  readonly tags?: readonly string[];
}

const defaultTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The part of axe-core's answer that we read. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: AccessibilityViolation["impact"];
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly (string | readonly string[])[] }[];
  }[];
}

/**
 * Looks for accessibility faults in the page as it is now; an empty list means that axe-core found none.
 * The page's content security policy does not matter.
 */
export async function accessibilityViolations(
  page: Page,
  options: AccessibilityOptions = {},
): Promise<AccessibilityViolation[]> {
  const isLoaded = await page.evaluate("typeof window.axe === 'object'");
  if (!isLoaded) await page.evaluate(source);
  const context = JSON.stringify(options.within ?? null);
  const runOnly = JSON.stringify({ type: "tag", values: options.tags ?? defaultTags });
  const result = await page.evaluate<AxeResult>(
    `window.axe.run(${context} ?? document, { runOnly: ${runOnly}, resultTypes: ["violations"] })`,
  );
  return result.violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? null,
    help,
    elements: nodes.map(({ target }) => target.flat().join(" ")),
  }));
}
