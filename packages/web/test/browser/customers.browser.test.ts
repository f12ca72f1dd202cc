import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { download, rowsOf, sentence, wholeNumber } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

interface Page1 {
  readonly total: number;
  readonly rows: readonly Record<string, string | number | null>[];
}

const address = inject("filledApp");

async function query(body: Record<string, unknown>): Promise<Page1> {
  const response = await fetch(`${address}/api/customers/query?space=company`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ filters: [], columns: ["customerId", "name"], limit: 5, offset: 0, ...body }),
  });
  return (await response.json()) as Page1;
}

const table = (page: Page) => page.getByRole("table", { name: "All customers" });
const firstRow = (page: Page) => table(page).locator("tbody tr[data-index='0']");

describe("A controller in the list of all customers", () => {
  const visit = useBrowser();
  const explorer = `${address}/company/customers`;
  const dormant = [{ column: "rhythmState", op: "in", value: ["dormant"] }];

  it("sees them all, dearest first", async () => {
    const { total, rows } = await query({ sort: "-salesLast12Cents" });
    const page = await visit(explorer);
    expect(await sentence(page).innerText()).toBe(`${total} customers`);
    await firstRow(page).getByText(String(rows[0]?.name), { exact: true }).waitFor();
  });

  it("searches while typing", async () => {
    const [someone] = (await query({ sort: "name" })).rows;
    const page = await visit(explorer);
    await page.getByRole("textbox", { name: "Name, account, city, phone" }).fill(String(someone?.name));
    await firstRow(page).getByText(String(someone?.name), { exact: true }).waitFor();
    await expect.poll(() => sentence(page).innerText()).toMatch(/match/);
    expect(new URL(page.url()).searchParams.get("q")).toBe(someone?.name);
  });

  it("filters, sorts and chooses columns; a reload and a copied link show the same", async () => {
    const { total } = await query({ filters: dormant });
    const page = await visit(explorer);
    await page.getByRole("button", { name: "Condition" }).click();
    const form = page.getByRole("dialog").filter({ has: page.getByRole("combobox", { name: "Column" }) });
    await form.getByRole("combobox", { name: "Column" }).fill("Rhythm");
    await form.getByRole("option", { name: "Rhythm", exact: true }).click();
    await form.getByRole("checkbox", { name: "dormant" }).check();
    await form.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => sentence(page).innerText()).toBe(`${total} customers match`);

    await table(page).getByRole("button", { name: "Customer", exact: true }).click();
    const byName = await query({ filters: dormant, sort: "name" });
    await firstRow(page).getByText(String(byName.rows[0]?.name), { exact: true }).waitFor();
    expect(await table(page).getByRole("columnheader", { name: "Customer" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );

    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Postcode" }).check();
    await page.keyboard.press("Escape");
    await table(page).getByRole("columnheader", { name: "Postcode" }).waitFor();

    const seen = async (shown: Page) => {
      await settled(shown);
      return { sentence: await sentence(shown).innerText(), first: await firstRow(shown).innerText() };
    };
    const before = await seen(page);
    await page.reload();
    expect(await seen(page)).toEqual(before);
    expect(await seen(await visit(page.url()))).toEqual(before);
  });

  it("goes back with the browser to where it was", async () => {
    const page = await visit(`${explorer}?f=rhythmState~in~dormant`);
    await firstRow(page).press("Enter");
    await page.waitForURL(/customers\/\d+/);
    await page.goBack();
    await page
      .getByRole("button", { name: /Rhythm.*dormant/ })
      .first()
      .waitFor();
  });

  it("keeps a view by name, takes it away and gets it back", async () => {
    const page = await visit(`${explorer}?f=rhythmState~in~dormant&sort=name`);
    const views = page.getByRole("button", { name: "Views" });
    await views.click();
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Call in autumn");
    await page.getByRole("button", { name: "Save", exact: true }).click();

    await page.goto(explorer);
    await views.click();
    await page.getByRole("button", { name: "Call in autumn", exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("f")).toBe("rhythmState~in~dormant");
    expect(new URL(page.url()).searchParams.get("sort")).toBe("name");

    const remove = page.getByRole("button", { name: "Remove view “Call in autumn”" });
    await views.click();
    await remove.click();
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await views.click();
    await remove.click();
    await page.getByRole("button", { name: "Call in autumn", exact: true }).waitFor({ state: "detached" });
  });

  it("takes every row of the view along as CSV and Excel", async () => {
    const { total } = await query({ filters: dormant });
    const page = await visit(`${explorer}?f=rhythmState~in~dormant`);
    await page.getByRole("button", { name: "Export" }).click();
    const csv = await download(page, page.getByRole("menuitem", { name: "CSV" }));
    const lines = csv.content.toString("utf8").trimEnd().split(/\r?\n/);
    expect(lines.length).toBe(total + 1);
    expect(lines[0]).toContain("Customer");
    await page.getByRole("button", { name: "Export" }).click();
    const sheet = await download(page, page.getByRole("menuitem", { name: "Excel (XLSX)" }));
    expect(sheet.content.toString("latin1")).toContain("xl/worksheets/sheet1.xml");
  });

  it("is told how to go on when nobody matches", async () => {
    const page = await visit(`${explorer}?q=nobody-is-called-so`);
    await page.getByRole("heading", { name: "No customer matches" }).waitFor();
  });

  it("moves through the rows with the keyboard, far beyond what is in view, and opens one with Enter", async () => {
    const { total } = await query({});
    const page = await visit(explorer);
    await firstRow(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(":focus").getAttribute("data-index")).toBe("1");
    await page.keyboard.press("End");
    await expect.poll(() => page.locator(":focus").getAttribute("data-index")).toBe(String(total - 1));
    await page.keyboard.press("Home");
    await expect.poll(() => page.locator(":focus").getAttribute("data-index")).toBe("0");
    const name = await firstRow(page).getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name }).waitFor();
  });
});

describe("A generalist with a customer on the phone", () => {
  const visit = useBrowser();

  it("sees who it is, what he buys and when, the accounts behind him and his documents", async () => {
    const { rows } = await query({ sort: "-ordersLast12", columns: ["customerId", "name", "ordersLast12"] });
    const customer = rows[0] ?? {};
    const page = await visit(`${address}/company/customers/${customer.customerId}`);
    await page.getByRole("heading", { level: 1, name: String(customer.name) }).waitFor();
    expect(await sentence(page).innerText()).toMatch(/^Usually buys every \d+ days?, last/);
    await page
      .getByRole("button", { name: new RegExp(`^Orders, 12 months\\s*${customer.ordersLast12}`) })
      .waitFor();

    const rhythm = page.getByRole("figure", { name: /^When the customer buys/ });
    await rhythm.locator(".k-chart svg").waitFor();
    await rhythm.getByRole("button", { name: "Show as table" }).click();
    expect((await rowsOf(rhythm.getByRole("table"))).length).toBeGreaterThan(10);

    for (const name of ["Product groups, 12 months", "Accounts", "Documents"])
      expect((await rowsOf(page.getByRole("table", { name }).first())).length).toBeGreaterThan(0);
  });

  it("reads more documents, down to the import that they came with", async () => {
    const { rows } = await query({ sort: "-ordersLast12" });
    const page = await visit(`${address}/company/customers/${rows[0]?.customerId}`);
    const documents = page.getByRole("table", { name: "Documents" });
    const shown = (await rowsOf(documents)).length;
    await page.getByRole("button", { name: /^Show more \(/ }).click();
    await expect.poll(async () => (await rowsOf(documents)).length).toBeGreaterThan(shown);
    await documents.getByRole("link").first().click();
    await page.getByRole("dialog").getByText("VBRP_Fakturapositionen.csv").first().waitFor();
  });

  it("finds that the documents of the last 12 months carry the figure", async () => {
    const columns = ["customerId", "salesLast12Cents", "ordersLast12"];
    const { rows } = await query({ sort: "-salesLast12Cents", columns });
    const id = rows[0]?.customerId;
    const page = await visit(`${address}/company/customers/${id}`);
    await page.getByRole("button", { name: /^Sales, 12 months/ }).click();
    const drawer = page.getByRole("dialog", { name: "What is this made of?" });
    await drawer.getByRole("link", { name: "The documents behind it" }).click();
    expect(new URL(page.url()).hash).toBe("#documents");

    const months = page.getByRole("figure", { name: "Sales month by month" });
    await months.getByRole("button", { name: "Show as table" }).click();
    const cells = await rowsOf(months.getByRole("table"));
    const orders = cells.slice(-12).reduce((sum, row) => sum + wholeNumber(row.at(-1) ?? ""), 0);
    expect(orders).toBeGreaterThan(0);
  });
});
