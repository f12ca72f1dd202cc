import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");

/**
 * What the keyboard stands on: its name, and whether it looks otherwise than without the keyboard. Hidden inputs show
 * it on what stands beside them.
 */
const focusNow = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const around = [element, element.parentElement, element.nextElementSibling].filter((one) => one !== null);
  const look = () => around.map((one) => {
    for (const fading of one.getAnimations()) fading.finish();
    const { outline, boxShadow, border, background, top } = getComputedStyle(one);
    return [outline, boxShadow, border, background, top].join();
  }).join();
  const focused = look();
  element.blur();
  const blurred = look();
  element.focus();
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText;
  return { name: (name || element.tagName).trim().split("\\n")[0], isSeen: focused !== blurred };
})()`;

interface Focus {
  readonly name: string;
  readonly isSeen: boolean;
}

/** Tabs through the page until the keyboard leaves it or comes round. */
async function tabThrough(page: Page, most: number): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate<Focus | null>(focusNow);
    if (focus === null) break;
    stops.push(focus);
  }
  return stops;
}

describe("Somebody who works with the keyboard alone", () => {
  const visit = useBrowser();

  it("reaches everything on the overview and always sees where she is", async () => {
    const page = await visit(`${address}/company/overview`);
    const stops = await tabThrough(page, 60);
    const names = stops.map((stop) => stop.name);
    expect(names[0]).toBe("To the content");
    for (const name of [
      "Overview",
      "Customers",
      "Data",
      "Settings",
      "Language",
      "List to call",
      "Small customers",
      "Show as table",
      "Save picture",
      "All imports",
      "See data quality",
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => name === "Show as table")).toHaveLength(4);
    expect(stops.filter((stop) => !stop.isSeen)).toEqual([]);
  });

  it("reaches everything in the list of customers; the table is one stop", async () => {
    const page = await visit(`${address}/company/customers`);
    const stops = await tabThrough(page, 60);
    const names = stops.map((stop) => stop.name);
    for (const name of ["Views", "Columns", "Export", "Name, account, city, phone", "Condition", "Customer"])
      expect(names).toContain(name);
    expect(stops.filter((stop) => !stop.isSeen)).toEqual([]);
    // Column headings sort; of the rows only the current one is a stop.
    expect(names.length).toBeLessThan(45);
  });

  it.each([
    ["needs", ["Excel", "All need fields"]],
    ["needs?view=potential", ["Potential", "Show as table"]],
    ["segments/build", ["Figure", "Condition", "To the segments"]],
    ["segments/insights", ["What did we learn?", "Where from"]],
    ["segments/responsibility?view=leak", ["Change rules", "Where time goes", "Show as table"]],
    ["work", ["Who", "What", "Note down"]],
  ])("always sees where she is on %s", async (path, expected) => {
    const page = await visit(`${address}/company/${path}`);
    const stops = await tabThrough(page, 60);
    expect(stops.filter((stop) => !stop.isSeen)).toEqual([]);
    const names = stops.map((stop) => stop.name);
    for (const name of expected) expect(names).toContain(name);
  });

  it("jumps over the menu to the content", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const focus = await page.evaluate<Focus | null>(focusNow);
    expect(focus?.name).toBe("List to call");
  });

  it("finds a customer with Ctrl K and opens it; Escape closes the search", async () => {
    const { customers } = (await (await fetch(`${address}/api/search?space=company&q=AG`)).json()) as {
      customers: { name: string }[];
    };
    const name = customers[0]?.name ?? "";
    const page = await visit(`${address}/company/overview`);
    const field = page.getByRole("textbox", { name: "Search or command" });
    await page.keyboard.press("Control+k");
    await field.waitFor();
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });

    await page.keyboard.press("Control+k");
    await field.fill(name);
    await page
      .getByRole("button", { name: new RegExp(name.slice(0, 12).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/company\/customers\/\d+/);
    await page.getByRole("heading", { level: 1, name }).waitFor();
  });

  it("goes to a page and runs a command from the same field", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.getByRole("button", { name: /^Search or command/ }).click();
    await page.getByRole("textbox", { name: "Search or command" }).fill("quality");
    await page.getByRole("button", { name: "Data quality" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/company/data/quality");
  });
});
