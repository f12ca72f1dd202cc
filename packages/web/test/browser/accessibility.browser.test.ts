import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");

const pages = {
  "first page": "/?start=1",
  overview: "/company/overview",
  "call list": "/company/quiet",
  "all customers": "/company/customers",
  "one customer": "/company/customers/1",
  imports: "/company/data",
  "import of files": "/company/data/import",
  "control totals": "/company/data/control-totals",
  "data quality": "/company/data/quality",
  parameters: "/company/data/parameters",
  settings: "/company/settings",
  "example that is not there yet": "/example/overview",
} as const;

describe.each(["laptop", "phone"] as const)("On a %s", (device) => {
  const visit = useBrowser();

  it.each(Object.entries(pages))(
    "axe finds nothing on the %s, light and dark, and nothing sticks out",
    async (_, path) => {
      const page = await visit(`${address}${path}`, { device });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});

describe("With a drawer or a menu open", () => {
  const visit = useBrowser();
  const openings: readonly (readonly [name: string, path: string, open: (page: Page) => Promise<void>])[] = [
    [
      "what a figure is made of",
      "/company/overview",
      (page) => page.getByRole("button", { name: /^Contribution I/ }).click(),
    ],
    [
      "a picture as a table",
      "/company/overview",
      (page) => page.getByRole("button", { name: "Show as table" }).first().click(),
    ],
    ["a condition", "/company/customers", (page) => page.getByRole("button", { name: "Condition" }).click()],
    ["the columns", "/company/customers", (page) => page.getByRole("button", { name: "Columns" }).click()],
    ["an import", "/company/data?batch=b1", async () => {}],
    ["a parameter", "/company/data/parameters?edit=rhythm.dormantQuantile", async () => {}],
    ["the search", "/company/overview", (page) => page.keyboard.press("Control+k")],
  ];

  it.each(openings)("axe finds nothing with %s", async (_, path, open) => {
    const page = await visit(`${address}${path}`);
    await open(page);
    await page.waitForTimeout(300);
    await settled(page);
    expect((await faultsOf(page)).violations).toEqual([]);
  });
});
