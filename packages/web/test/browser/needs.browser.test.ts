import type { NeedGapsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import { describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { download, sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const page1 = `${address}/company/needs`;
const gaps = (query = "") => api.get<NeedGapsReport>(`/reports/need-gaps?limit=50${query}`);

describe("A generalist who looks for a reason to call", () => {
  const visit = useBrowser();

  it("has one row a gap, most expected first, with peers, usual value and phone", async () => {
    const { customers, rows } = await gaps();
    const page = await visit(page1);
    expect(await sentence(page).innerText()).toMatch(
      new RegExp(`^${customers} customers do not buy from us`),
    );
    const table = page.getByRole("table", { name: "Whom to call, and what for" });
    const shown = await table.locator("tbody tr").all();
    expect(shown).toHaveLength(rows.length);
    const first = await shown[0]?.innerText();
    for (const part of [rows[0]?.name, rows[0]?.field, `of ${rows[0]?.peers} firms`])
      expect(first).toContain(part);
    await table.locator("a[href^='tel:']").first().waitFor();
  });

  it("narrows it by need field and search; the address keeps both", async () => {
    const field = (await gaps()).rows[0]?.field ?? "";
    const page = await visit(page1);
    await page.getByRole("combobox", { name: "All need fields" }).click();
    await page.getByRole("option", { name: field, exact: true }).click();
    const { total, rows } = await gaps(`&field=${encodeURIComponent(field)}`);
    const table = page.getByRole("table", { name: "Whom to call, and what for" });
    await expect.poll(() => table.locator("tbody tr").count()).toBe(Math.min(50, total));
    expect(new URL(page.url()).searchParams.get("field")).toBe(field);
    const name = rows.at(-1)?.name ?? "";
    await page.getByRole("textbox", { name: "Name, number or place" }).fill(name);
    await expect.poll(() => table.locator("tbody tr").first().innerText()).toContain(name);
    await page.reload();
    await settled(page);
    expect(await table.locator("tbody tr").first().innerText()).toContain(name);
  });

  it("takes the whole list along as a workbook", async () => {
    const page = await visit(page1);
    const file = await download(page, page.getByRole("link", { name: "Excel" }));
    expect(file.name).toMatch(/\.xlsx$/);
    expect(file.content.subarray(0, 2).toString()).toBe("PK");
  });

  it("sees potential by branch and what is recommended, each under its own address", async () => {
    const page = await visit(page1);
    const views = page.getByRole("radiogroup", { name: "View" });
    await views.getByText("Potential").click();
    await page.getByRole("figure", { name: /^Where there is room/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("potential");
    await views.getByText("Needs").click();
    const table = page.getByRole("table", { name: "Recommended breadth and form" });
    expect(await table.innerText()).toMatch(/generalist/);
    await page.getByRole("heading", { name: "Does breadth depend on size?" }).waitFor();
  });

  it("opens from every figure what it is made of", async () => {
    const page = await visit(page1);
    for (const figure of await page.getByRole("region", { name: "Key figures" }).getByRole("button").all()) {
      await figure.click();
      const drawer = page.getByRole("dialog");
      await drawer.getByText("Formula").first().waitFor();
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "detached" });
    }
  });

  it.each(["", "?view=potential", "?view=profile"])(
    "finds nothing to object to with axe, and nothing sticks out on a phone (%s)",
    async (query) => {
      const page = await visit(`${page1}${query}`, { device: "phone" });
      expect(await faultsOf(page)).toEqual(noFaults);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});
