import type {
  CostToServeReport,
  CustomerCost,
} from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { accessibilityViolations } from "@kleinod/testkit/browser/axe.ts";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { download, rowsOf, sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const report = async <Report>(path: string) =>
  (await (
    await fetch(`${address}/api/${path}${path.includes("?") ? "&" : "?"}space=company`)
  ).json()) as Report;
const economics = (basis = "avoidable") => report<Economics>(`reports/economics?basis=${basis}`);
const costs = () => report<CostToServeReport>("reports/cost-to-serve?limit=50");

/** `1,234.50` or `−1,234` as a number. */
const numberOf = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));
const percent = (ratio: number) => {
  const value = ratio * 100;
  return `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: Math.abs(value) < 9.95 ? 1 : 0 }).format(value)}%`;
};

describe("A head of small customers who asks what they contribute", () => {
  const visit = useBrowser();

  it("reads it on avoidable and on full cost, and both shares below zero side by side", async () => {
    const { negative, horizonMonths } = await costs();
    const page = await visit(`${address}/company/economics`);
    expect(await sentence(page).innerText()).toMatch(
      /^Small customers contribute CHF\s[−\d.,]+( m)? a year, counting the cost .* within 12 months; at full cost/,
    );
    const figure = page.getByRole("button", { name: /^Small customers below zero/ });
    const { fullRatio, avoidableRatio } = negative;
    if (fullRatio === null || avoidableRatio === null) throw new Error("the company has cost of goods");
    expect(await figure.innerText()).toContain(`${percent(fullRatio)} / ${percent(avoidableRatio)}`);
    expect(await figure.innerText()).toContain(`${horizonMonths} months`);
  });

  it("sees the curve over all customers, switches it to full cost, and the address keeps that", async () => {
    const { customers, whale } = await economics("full");
    const page = await visit(`${address}/company/economics`);
    const avoidable = page.getByRole("figure", { name: /^How contribution after avoidable cost builds up/ });
    expect(await avoidable.innerText()).toContain(`All ${customers.total} customers`);
    await page.getByRole("radiogroup", { name: "Basis" }).getByText("Full cost").click();
    const full = page.getByRole("figure", { name: /^How contribution at full cost builds up/ });
    await full.waitFor();
    expect(new URL(page.url()).searchParams.get("basis")).toBe("full");
    await page.reload();
    await settled(page);
    await full.getByRole("button", { name: "Show as table" }).click();
    const rows = await rowsOf(full.getByRole("table"));
    expect(numberOf(rows.at(-1)?.[0] ?? "")).toBe(customers.total);
    expect(numberOf(rows.at(-1)?.[1] ?? "")).toBe(Math.round(whale.totalCents / 100));
    const sizes = rows.reduce((sum, row) => sum + numberOf(row[2] ?? "") + numberOf(row[3] ?? ""), 0);
    expect(sizes).toBe(customers.small + customers.large);
  });

  it("finds small and larger customers in the same list, each with both contributions, and nobody in red", async () => {
    const { worst } = await economics();
    if (worst === null) throw new Error("the company has contributions");
    const page = await visit(`${address}/company/economics`);
    const table = page.getByRole("table", { name: "Where contribution is lowest today" });
    const rows = await rowsOf(table);
    expect(rows.length).toBe(25);
    expect(rows.map((cells) => cells[1])).toEqual(worst.rows.slice(0, 25).map(({ name }) => name));
    expect(rows.map((cells) => cells[2]?.trim())).toEqual(
      worst.rows.slice(0, 25).map(({ sizeClass }) => (sizeClass === "large" ? "larger" : "small")),
    );
    await page.getByRole("button", { name: /^Show all/ }).click();
    await expect.poll(async () => (await rowsOf(table)).length).toBe(worst.rows.length);
    expect(await reddishIn(page)).toEqual([]);
  });
});

describe("A controller who believes nothing", () => {
  const visit = useBrowser();

  it("adds up the reconciliation to the cent, on the page and in the file", async () => {
    const { reconciliation, pools } = await costs();
    expect(reconciliation.differenceCents).toBe(0);
    const page = await visit(`${address}/company/economics/cost-to-serve`);
    const table = page.getByRole("table", { name: "Reconciliation with the cost pools" });
    const rows = await rowsOf(table);
    expect(rows.length).toBe(pools.length);
    const column = (at: number) =>
      rows.reduce((sum, row) => sum + Math.round(numberOf(row[at] ?? "") * 100), 0);
    expect([column(1), column(2), column(3), column(5)]).toEqual([
      reconciliation.customersCents,
      reconciliation.unusedCents,
      reconciliation.unassignedCents,
      reconciliation.poolsCents,
    ]);
    const file = await download(
      page,
      page.getByRole("button", { name: "CSV: Reconciliation with the cost pools" }),
    );
    expect(file.name).toBe("reconciliation-with-the-cost-pools.csv");
    const lines = file.content.toString("utf8").trim().split("\r\n");
    expect(lines.at(-1)).toContain(`,${reconciliation.poolsCents / 100},0`);
  });

  it("sees unused time on nobody and overload as a word", async () => {
    const { pools } = await costs();
    const page = await visit(`${address}/company/economics/cost-to-serve`);
    const rows = await rowsOf(page.getByRole("table", { name: "Capacity of the cost pools" }));
    for (const [index, pool] of pools.entries()) {
      expect(rows[index]?.[1]?.includes("overloaded")).toBe(pool.isOverloaded);
      expect(numberOf(rows[index]?.[5] ?? "")).toBe(Math.round(pool.unusedMinutes));
    }
  });

  it("opens the dearest customer down to documents and minutes that sum to his cost", async () => {
    const page = await visit(`${address}/company/economics/cost-to-serve`);
    const table = page.getByRole("table", { name: "Cost to serve by customer" });
    await table.getByRole("link").first().click();
    await page.waitForURL("**/economics/cost-to-serve/*");
    await settled(page);
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const cost = await report<CustomerCost>(`customers/${id}/cost-to-serve`);
    const arithmetic = page.getByRole("table", { name: "The arithmetic by activity" });
    await arithmetic.waitFor();
    const activities = await rowsOf(arithmetic);
    expect(activities.length).toBe(cost.activities.length);
    expect(cost.activities.reduce((sum, { fullCents }) => sum + fullCents, 0)).toBe(cost.customer.fullCents);
    const entries = await rowsOf(page.getByRole("table", { name: "Documents and minutes" }));
    expect(entries.length).toBe(Math.min(100, cost.entries.length));
    expect(entries.map((cells) => cells[1])).toContain(cost.entries.find(({ key }) => key !== null)?.key);
    await page.goBack();
    await table.waitFor();
  });

  it("searches and pages through all customers, and the address keeps it", async () => {
    const page = await visit(`${address}/company/economics/cost-to-serve`);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText(/^51 to 100 of /).waitFor();
    expect(new URL(page.url()).searchParams.get("offset")).toBe("50");
    const { customers } = await costs();
    const wanted = customers[3];
    if (wanted === undefined) throw new Error("the company has customers");
    await page.getByRole("textbox", { name: /Name, account/ }).fill(wanted.accountKey);
    await page.getByText("1 to 1 of 1", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe(wanted.accountKey);
  });
});

describe("Whoever asks which orders pay", () => {
  const visit = useBrowser();

  it("reads the break-even of every way with its arithmetic", async () => {
    const { breakEven, smallOrders } = await economics();
    const page = await visit(`${address}/company/economics/small-orders`);
    expect(await sentence(page).innerText()).toContain(
      `Of ${new Intl.NumberFormat("en-GB").format(smallOrders?.orders ?? 0)} orders`,
    );
    const rows = await rowsOf(page.getByRole("table", { name: "The arithmetic by way" }));
    expect(rows.length).toBe(2 * breakEven.length);
    for (const [index, way] of breakEven.entries()) {
      const cells = rows[2 * index] ?? [];
      const full = way.breakEvenCents.full;
      expect(cells[0]).toBe(way.label.en);
      if (full !== null) expect(numberOf(cells.at(-1) ?? "")).toBe(full / 100);
      // Entry + logistics + invoice = order cost
      const [entry, logistics, invoice] = (/\(([\d., +]+)\)/.exec(cells.at(-2) ?? "")?.[1] ?? "")
        .split(" + ")
        .map(numberOf);
      expect(Math.round(((entry ?? 0) + (logistics ?? 0) + (invoice ?? 0)) * 100)).toBe(way.full.orderCents);
    }
  });

  it("sees what numbers do to cost, as a projection", async () => {
    const { scale } = await economics();
    const page = await visit(`${address}/company/economics/small-orders`);
    const figure = page.getByRole("figure", { name: /^What a customer costs/ });
    expect(await figure.innerText()).toContain("A projection, no measurement");
    await figure.getByRole("button", { name: "Show as table" }).click();
    expect((await rowsOf(figure.getByRole("table"))).length).toBe(scale?.points.length);
  });
});

describe("Whoever knows better how long something takes", () => {
  const visit = useBrowser();
  const open = async () => {
    const page = await visit(`${address}/company/economics/time-equations`);
    await page.getByRole("button", { name: "Change Order by telephone" }).click();
    return { page, drawer: page.getByRole("dialog", { name: "Order by telephone" }) };
  };

  it("is told at once what is wrong with an equation, and works out an example of a right one", async () => {
    const { drawer } = await open();
    const field = drawer.getByRole("textbox", { name: "Equation in minutes" });
    await field.fill("5 + 3*rows");
    await drawer.getByText('There is no driver "rows" here (character 5)').waitFor();
    expect(await drawer.getByRole("button", { name: "Take over" }).isDisabled()).toBe(true);
    // 5 + 3·4 + 15 + 10 = 42
    await field.fill("5 + 3*lines + 15[newCustomer] + 10[expedited]");
    await drawer.getByRole("checkbox", { name: /^new customer/ }).check();
    await drawer.getByRole("checkbox", { name: "expedited" }).check();
    await drawer.getByText(/^42 min, CHF/).waitFor();
  });

  it("sees the consequences for all customers first, saves with a reason, and puts the old version back", async () => {
    const before = await costs();
    const { page, drawer } = await open();
    await drawer.getByRole("textbox", { name: "Equation in minutes" }).fill("30 + 3*lines");
    await drawer.getByRole("button", { name: "Take over" }).click();
    const pending = page.getByRole("region", { name: "What the change means" });
    await pending.getByText("One change, not saved yet").waitFor();
    // Leaving the page keeps it.
    await page.reload();
    await settled(page);
    await pending.getByRole("button", { name: "Show the consequences for all customers" }).click();
    await pending.getByText(/customers affected$/).waitFor({ timeout: 60_000 });
    expect((await costs()).totals.fullCents).toBe(before.totals.fullCents);
    await pending.getByRole("textbox", { name: "Reason of the change" }).fill("measured for two weeks");
    await pending.getByRole("button", { name: "Save and compute again" }).click();
    await page.getByText("Time equations saved").waitFor({ timeout: 90_000 });
    await pending.waitFor({ state: "detached" });
    expect((await costs()).activities.find(({ activity }) => activity === "orderPhone")?.equation).toBe(
      "30 + 3*lines",
    );

    await page.getByText("Versions", { exact: true }).click();
    const versions = page.getByRole("table", { name: "Activities" });
    await versions.getByText("measured for two weeks").waitFor();
    await versions.getByRole("button", { name: "Put back version 0" }).click();
    await pending.getByRole("button", { name: "Show the consequences for all customers" }).click();
    await pending.getByRole("button", { name: "Save and compute again" }).click({ timeout: 60_000 });
    await pending.waitFor({ state: "detached", timeout: 90_000 });
    expect((await costs()).totals).toEqual(before.totals);
  });
});

describe.each(["laptop", "phone"] as const)("On a %s", (device) => {
  const visit = useBrowser();
  const pages = {
    economics: "economics",
    "cost to serve": "economics/cost-to-serve",
    "cost of one customer": "economics/cost-to-serve/1",
    "small orders": "economics/small-orders",
    "time equations": "economics/time-equations",
    "an equation": "economics/time-equations?edit=orderPhone",
    roles: "economics/time-equations?tab=roles",
    versions: "economics/time-equations?tab=versions",
  };

  it.each(Object.entries(pages))(
    "axe finds nothing on %s, light and dark, and nothing sticks out",
    async (_, path) => {
      const page = await visit(`${address}/company/${path}`, { device });
      await page.waitForTimeout(400);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
        await page.waitForTimeout(250);
        const found = (await accessibilityViolations(page)).map(({ rule, elements }) => ({
          scheme,
          rule,
          elements,
        }));
        expect(found).toEqual([]);
      }
      expect(await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth")).toBe(0);
    },
  );
});

/** Elements with a text or background that a reader would call red. */
async function reddishIn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll("main *")].flatMap((element) => {
    const { color, backgroundColor, fill } = getComputedStyle(element);
    return [color, backgroundColor, fill].filter((value) => {
      const [r, g, b] = (value.match(/[\\d.]+/g) ?? []).map(Number);
      return r > 150 && g < 80 && b < 80;
    });
  })`);
}
