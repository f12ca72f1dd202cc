import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const programme = `${address}/company/programme`;

describe("A head of small customers with a plan", () => {
  const visit = useBrowser();
  let plan: number;

  beforeAll(async () => {
    const template = await api.get<LeverPlan>("/programme/plans/template");
    const kept = await api.post<PlanAnswer>("/programme/plans", {
      plan: { ...template, name: "Lighter paths" },
    });
    plan = kept.head.id;
  });

  it("reads whether doubling pays, today and with the plan, and takes the page along as PDF", async () => {
    const page = await visit(`${programme}/doubling`);
    const today = await api.get<DoublingReport>("/reports/doubling");
    expect(await sentence(page).innerText()).toBe(today.sentence.en);
    await page.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: "Lighter paths" }).first().click();
    await page.waitForURL(/plan=/);
    const both = await api.get<DoublingReport>(
      `/reports/doubling?plan=${new URL(page.url()).searchParams.get("plan")}`,
    );
    await page.getByText(both.sentence.en).waitFor();
    expect(both.plan).not.toBeNull();

    await page.getByRole("button", { name: /^New customer a year, before/ }).click();
    const parts = page.getByRole("dialog");
    await parts.getByText("Logistics").waitFor();
    await page.keyboard.press("Escape");

    const goals = page.getByRole("table", { name: /^What would have to be true/ });
    expect(await goals.locator("tbody tr").count()).toBe(
      (both.whatWouldHaveToBeTrue.plan ?? both.whatWouldHaveToBeTrue.today).length,
    );
    const pdf = await page.getByRole("link", { name: /PDF/ }).getAttribute("href");
    const file = await fetch(`${address}${pdf}`);
    expect(file.headers.get("content-type")).toContain("application/pdf");
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe("%PDF-");
  });

  it("simulates it, sees the fan, the bundle against its parts and every year, and finds it again in the address", async () => {
    const page = await visit(`${programme}/simulation?plan=${plan}&draws=40`);
    await page.getByText(/^“Lighter paths” brings/).waitFor({ timeout: 60_000 });
    const said = await sentence(page).innerText();
    for (const title of ["How the result develops by quarter", "The bundle against the sum of its parts"]) {
      await page.getByRole("figure", { name: title }).waitFor();
    }
    const profit = page.getByRole("table", { name: "Profit and loss of the small-customer business" });
    expect(
      await profit
        .getByRole("row", { name: /^Result/ })
        .locator("td")
        .count(),
    ).toBe(6);
    await page
      .getByRole("figure", { name: "How the result develops by quarter" })
      .getByText("Plan", { exact: true })
      .click();
    await page.waitForURL(/view=plan/);
    await page.reload();
    await settled(page);
    await page.getByText(said.slice(0, 60)).waitFor({ timeout: 60_000 });
    expect(await page.getByRole("radio", { name: "Plan", exact: true }).isChecked()).toBe(true);
  });

  it("has the best bundle sought within limits, reads what each limit costs, and keeps a plan of it", async () => {
    const page = await visit(`${programme}/optimiser`);
    await page.getByRole("textbox", { name: /^Cost of the programme/ }).fill("300000");
    await page.getByRole("textbox", { name: /^Computing time/ }).fill("20");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText(/^The best bundle brings/).waitFor({ timeout: 100_000 });
    await page.getByRole("table", { name: "The bundle of each segment" }).waitFor();
    await page
      .getByRole("table", { name: "What each limit costs" })
      .getByText(/programme/i)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Keep as a plan", exact: true }).click();
    await page.waitForURL(/programme\/\d+/);
  });

  it("is told which limits do not go together", async () => {
    const page = await visit(`${programme}/optimiser?giveTake=1000000&seconds=20`);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("These limits do not go together").waitFor({ timeout: 60_000 });
  });

  it.each(["laptop", "phone"] as const)(
    "axe finds nothing on a %s and nothing sticks out",
    async (device) => {
      for (const path of [`doubling?plan=${plan}`, "optimiser", "simulation"]) {
        const page = await visit(`${programme}/${path}`, { device });
        expect(await faultsOf(page), path).toEqual(noFaults);
      }
      const page = await visit(`${programme}/simulation?plan=${plan}&draws=20`, { device });
      await page.getByText(/^“Lighter paths” brings/).waitFor({ timeout: 60_000 });
      expect(await faultsOf(page), "a simulation").toEqual(noFaults);
    },
  );
});
