import { describe, expect, inject, it } from "vitest";
import { rowsOf, sentence, wholeNumber } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

interface Overview {
  readonly customers: { readonly total: number; readonly small: number; readonly large: number };
  readonly orders: { readonly last12: number };
}

describe("An owner who opens the overview", () => {
  const visit = useBrowser();
  const address = inject("filledApp");
  const overview = async () =>
    (await (await fetch(`${address}/api/reports/overview?space=company`)).json()) as Overview;

  it("comes straight to it, because the company has data", async () => {
    const page = await visit(address);
    expect(new URL(page.url()).pathname).toBe("/company/overview");
  });

  it("reads the answer as a sentence, in his language and with his numbers", async () => {
    const { customers } = await overview();
    const german = await visit(`${address}/company/overview`, { locale: "de-CH" });
    expect(await sentence(german).innerText()).toMatch(
      new RegExp(
        `^${customers.small} Kleinkunden tragen \\d+\\s% des Umsatzes, CHF\\s[\\d.]+\\sMio\\. in 12 Monaten`,
      ),
    );
    const austrian = await visit(`${address}/company/overview?lang=de-AT`);
    await austrian.getByRole("figure", { name: "Wie groß die Bestellungen sind" }).waitFor();
    const english = await visit(`${address}/company/overview`);
    expect(await sentence(english).innerText()).toMatch(
      /small customers carry \d+\s?% of sales, CHF\s[\d.]+\sm/,
    );
  });

  it("opens what a figure is made of: contract, parameters and query; Escape brings him back", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.getByRole("button", { name: /^Sales of small customers/ }).click();
    const drawer = page.getByRole("dialog", { name: "What is this made of?" });
    await drawer.getByText("How it is computed").waitFor();
    await drawer.getByRole("heading", { name: "Sales 12 months" }).waitFor();
    for (const part of ["Unit", "Period", "Unclear when", "Inputs", "Source of the formula"])
      await drawer.getByRole("rowheader", { name: part, exact: true }).waitFor();
    await drawer.getByRole("button", { name: "Show the query" }).click();
    expect(await drawer.locator("pre[tabindex]").innerText()).toMatch(/select/i);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await expect.poll(() => page.locator(":focus").innerText()).toMatch(/^Sales of small customers/);
  });

  it("goes from a figure down to the customers behind it", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.getByRole("button", { name: /^Contribution I/ }).click();
    await page.getByRole("link", { name: "The customers behind it" }).click();
    await page.waitForURL("**/company/customers?*");
    expect(new URL(page.url()).searchParams.get("sort")).toBe("-contribution1Last12Cents");
    await page.getByRole("table", { name: "All customers" }).waitFor();
  });

  it("can read every picture as a text and as a table", async () => {
    const page = await visit(`${address}/company/overview`);
    const pictures = page.getByRole("figure");
    expect(await pictures.count()).toBe(4);
    for (const picture of await pictures.all()) {
      expect((await picture.locator(".k-chart p").innerText()).length).toBeGreaterThan(10);
      await picture.getByRole("button", { name: "Show as table" }).click();
      expect((await rowsOf(picture.getByRole("table"))).length).toBeGreaterThan(1);
      await picture.getByRole("button", { name: "Show as picture" }).click();
      await picture.locator("svg:not(.tabler-icon)").first().waitFor();
    }
  });

  it("finds that the parts sum to the whole", async () => {
    const { customers, orders } = await overview();
    const page = await visit(`${address}/company/overview`);
    const tableOf = async (name: string) => {
      const figure = page.getByRole("figure", { name });
      await figure.getByRole("button", { name: "Show as table" }).click();
      return rowsOf(figure.getByRole("table"));
    };
    const sumOf = (rows: string[][], column: number) =>
      rows.reduce((sum, cells) => sum + wholeNumber(cells[column] ?? ""), 0);

    const states = await tableOf("Where customers stand in their rhythm");
    expect(sumOf(states, 1)).toBe(customers.total);
    expect(sumOf(states, 2)).toBe(customers.small);
    const sizes = await tableOf("How large the orders are");
    expect(sumOf(sizes, 1)).toBe(orders.last12);
  });

  it("switches the main picture from contribution to sales, and the address keeps it", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.getByRole("figure", { name: /contribution I/ }).waitFor();
    await page.getByText("Sales", { exact: true }).click();
    await page.getByRole("figure", { name: /^The strongest .* of all customers carry/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("basis")).toBe("sales");
    await page.reload();
    await settled(page);
    await page.getByRole("figure", { name: /^The strongest .* of all customers carry/ }).waitFor();
  });

  it("sees what the data stands on and what the next data would bring", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.getByRole("button", { name: "With portal and dealers" }).click();
    const ladder = page.getByRole("dialog", { name: "With portal and dealers" });
    await ladder.getByText("plus visits and calls").waitFor();
    await ladder.getByRole("link", { name: "Add data" }).waitFor();
  });

  it("is told that a copied link works on this machine only", async () => {
    const page = await visit(`${address}/company/overview`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("It works on this machine only until there is a sign-in.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(page.url());
  });
});
