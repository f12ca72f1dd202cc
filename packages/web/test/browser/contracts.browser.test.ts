import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { download, rowsOf, sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const path = `${address}/company/contracts`;
const contracts = (days: number) =>
  companyApi(address).get<ContractsReport>(`/reports/contracts?limit=50&withinDays=${days}`);
const count = (value: number) => Math.round(value).toLocaleString("en-GB");

describe("Someone who calls before a contract ends", () => {
  const visit = useBrowser();

  it("reads what runs and what ends soon, and how long contracts last, in the numbers of the API", async () => {
    const report = await contracts(180);
    const page = await visit(path);
    const said = await sentence(page).innerText();
    expect(said).toContain(`${count(report.totals.running)} running contracts`);
    expect(said).toContain(`${count(report.ending.total)} end in the next 180 days`);

    const figure = page.getByRole("figure", { name: "How long contracts last" });
    await figure.getByRole("button", { name: "Show as table" }).click();
    const points = await rowsOf(figure.getByRole("table"));
    expect(points.map((row) => row.slice(0, 3))).toEqual(
      report.survival.map((point) => [count(point.months), count(point.atRisk), count(point.ended)]),
    );

    await page.getByText(/^How it was chosen/).click();
    await page.getByText(report.model?.reasonText.en ?? "", { exact: true }).waitFor();
  });

  it("has the earliest end first, looks further ahead, and takes the list along", async () => {
    const page = await visit(path);
    await page.getByRole("combobox", { name: "Ending within" }).click();
    await page.getByRole("option", { name: "365 days" }).click();
    await page.waitForURL(/days=365/);
    await page.reload();
    await settled(page);
    const { ending } = await contracts(365);
    const rows = await rowsOf(page.getByRole("table", { name: "Whom to call before the contract ends" }));
    expect(rows.map((row) => row[1]?.split("\n").at(-1)?.split(",")[0])).toEqual(
      ending.rows.map(({ contractNumber }) => contractNumber),
    );
    const file = await download(page, page.getByRole("button", { name: /^CSV/ }));
    expect(file.content.toString().trim().split("\r\n")).toHaveLength(ending.total + 1);
  });

  it("goes to a customer of the list and finds its contracts there", async () => {
    const { ending } = await contracts(180);
    const row = ending.rows.find(({ customerId, isCancelled }) => customerId !== null && !isCancelled);
    const page = await visit(path);
    await page
      .getByRole("link", { name: row?.name ?? "", exact: true })
      .first()
      .click();
    await page.waitForURL(new RegExp(`/customers/${row?.customerId}$`));
    await page.getByRole("heading", { name: "Contracts", exact: true }).waitFor();
    await page.getByRole("button", { name: /^Next end of a contract/ }).click();
    await page.getByRole("dialog").getByText("Formula").first().waitFor();
  });

  it.each(["laptop", "phone"] as const)(
    "axe finds nothing on a %s and nothing sticks out",
    async (device) => {
      const page = await visit(path, { device });
      await page.getByText(/^How it was chosen/).click();
      // What lies half below the bar at the top would count as too small to hit.
      await page.evaluate("window.scrollTo(0, 0)");
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});
