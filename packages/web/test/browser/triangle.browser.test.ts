import type { Triangle, TriangleCustomers } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { accessibilityViolations } from "@kleinod/testkit/browser/axe.ts";
import { describe, expect, inject, it } from "vitest";
import { rowsOf, sentence, wholeNumber } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const triangle = async () =>
  (await (await fetch(`${address}/api/reports/triangle?space=company`)).json()) as Triangle;
const page = `${address}/company/economics/triangle`;

describe("Whoever looks for cases that get lost in the triangle", () => {
  const visit = useBrowser();

  it("reads how many customers stand in all three corners, and what own failures cause", async () => {
    const { customers, demand } = await triangle();
    const shown = await visit(page);
    expect(await sentence(shown).innerText()).toContain(
      `${customers.inTriangle} customers stand in all three corners`,
    );
    const figure = shown.getByRole("button", { name: /^Own failures/ });
    expect(await figure.innerText()).toContain(`${Math.round((demand.failureShare ?? 0) * 100)}%`);
  });

  it("is told first what to say and to whom; own failures go to the owner of the process, not to sales", async () => {
    const { findings } = await triangle();
    const shown = await visit(page);
    const first = shown.getByRole("listitem").filter({ hasText: "To: " }).first();
    const [top] = findings;
    if (top === undefined) throw new Error("the company has findings");
    expect(await first.innerText()).toContain(`To: ${top.addresseeLabel.en}`);
    if (top.isFailure) expect(top.addressee).not.toMatch(/sales/i);
  });

  it("finds the case types with the corner to shrink, expected money and customer effort", async () => {
    const { caseTypes } = await triangle();
    const shown = await visit(page);
    const rows = await rowsOf(shown.getByRole("table", { name: "Case types" }));
    expect(rows.length).toBe(Math.min(25, caseTypes.length));
    for (const [index, cells] of rows.entries()) {
      const type = caseTypes[index];
      if (type === undefined) throw new Error("a row without a case type");
      expect(wholeNumber(cells[1] ?? "")).toBe(type.customers);
      expect(cells[5]).toContain(
        { value: "raise value per contact", need: "reduce variety", effort: "reduce effort" }[type.corner],
      );
      expect(cells[5]).toContain(type.addresseeLabel.en);
    }
  });

  it("opens a case type down to means and customers; ending the relation is never first; the address keeps it", async () => {
    const { caseTypes } = await triangle();
    const [type] = caseTypes;
    if (type === undefined) throw new Error("the company has case types");
    const shown = await visit(page);
    await shown
      .getByRole("table", { name: "Case types" })
      .locator("tbody")
      .getByRole("button")
      .first()
      .click();
    const drawer = shown.getByRole("dialog");
    await drawer.getByRole("heading", { name: "Means, the best first" }).waitFor();
    expect(new URL(shown.url()).searchParams.get("type")).toBe(type.code);
    const first = drawer.getByRole("listitem").first();
    expect(await first.innerText()).toContain(type.means[0]?.label.en ?? "no means");
    expect(await first.innerText()).not.toMatch(/\bend\b/);
    const list = (await (
      await fetch(
        `${address}/api/reports/triangle/customers?space=company&limit=50&caseType=${encodeURIComponent(type.code)}`,
      )
    ).json()) as TriangleCustomers;
    const table = drawer.getByRole("table", { name: "Customers of this case type" });
    await table.waitFor();
    expect((await rowsOf(table)).map((cells) => cells[0])).toEqual(list.rows.map(({ name }) => name));
    await shown.reload();
    await settled(shown);
    await drawer.getByRole("heading", { name: "Means, the best first" }).waitFor();
    await shown.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    expect(new URL(shown.url()).searchParams.get("type")).toBeNull();
  });

  it("reads the picture as a table too, and a circle narrows the list to its case types", async () => {
    const { caseTypes } = await triangle();
    const shown = await visit(page);
    const figure = shown.getByRole("figure", { name: /^Case types between/ });
    await figure.getByRole("button", { name: "Show as table" }).click();
    const rows = await rowsOf(figure.getByRole("table"));
    const contacts = rows.reduce((sum, cells) => sum + wholeNumber(cells[1] ?? ""), 0);
    expect(contacts).toBe(caseTypes.reduce((sum, type) => sum + type.contacts, 0));
    const group = `${caseTypes[0]?.reason ?? ""}|${caseTypes[0]?.channel ?? ""}`;
    const narrowed = await visit(`${page}?group=${encodeURIComponent(group)}`);
    const members = caseTypes.filter((type) => `${type.reason ?? ""}|${type.channel ?? ""}` === group);
    expect((await rowsOf(narrowed.getByRole("table", { name: "Case types" }))).length).toBe(
      Math.min(25, members.length),
    );
    await narrowed.getByRole("button", { name: "All case types" }).click();
    await expect.poll(() => new URL(narrowed.url()).searchParams.get("group")).toBeNull();
  });
});

describe.each(["laptop", "phone"] as const)("On a %s", (device) => {
  const visit = useBrowser();

  it.each(["", "?type="])(
    "axe finds nothing in the triangle%s, light and dark, and nothing sticks out",
    async (search) => {
      const code = search === "" ? "" : encodeURIComponent((await triangle()).caseTypes[0]?.code ?? "");
      const shown = await visit(`${page}${search}${code}`, { device });
      await shown.waitForTimeout(400);
      for (const scheme of ["light", "dark"] as const) {
        await shown.emulateMedia({ colorScheme: scheme });
        await shown.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
        await shown.waitForTimeout(250);
        const found = (await accessibilityViolations(shown)).map(({ rule, elements }) => ({
          scheme,
          rule,
          elements,
        }));
        expect(found).toEqual([]);
      }
      expect(await shown.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth")).toBe(
        0,
      );
    },
  );
});
