import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { defaultRules } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const responsibility = `${address}/company/segments/responsibility`;
const report = () => api.get<ResponsibilityReport>("/reports/responsibility?limit=50");

describe("A head of small customers who wants nobody to fall between two chairs", () => {
  const visit = useBrowser();

  // Without the person in master data most customers have nobody.
  beforeAll(() => api.setParameter("responsibility.rules", defaultRules.slice(0, 1)));
  afterAll(async () => {
    await api.idle();
    await api.setParameter("responsibility.rules", defaultRules);
  });

  it("assigns a whole group after seeing what it changes, and takes it back", async () => {
    const before = await report();
    const group = before.gapGroups[0];
    if (group === undefined) throw new Error("the base has gaps");
    const page = await visit(responsibility);
    expect(await sentence(page).innerText()).toBe(
      `Nobody is responsible for ${before.coverage.gaps} of ${before.coverage.customers} active customers.`,
    );
    const groups = page.getByRole("table", { name: "Gaps by branch and region" });
    await groups
      .getByRole("button", { name: /^Assign/ })
      .first()
      .click();
    const drawer = page.getByRole("dialog", { name: "Assign a responsible" });
    await drawer.getByRole("textbox", { name: "Who" }).fill("Team Blue");
    await page.keyboard.press("Enter");
    await drawer.getByText(`${group.customers} customers: ${group.customers} had nobody`).waitFor();
    await drawer.getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByText(`${group.customers} customers assigned to Team Blue.`).waitFor();
    const left = before.coverage.gaps - group.customers;
    await expect
      .poll(() => sentence(page).innerText(), { timeout: 60_000 })
      .toContain(`Nobody is responsible for ${left} of`);
    await page.getByRole("radiogroup", { name: "View" }).getByText("Handovers and decisions").click();
    const decisions = page.getByRole("table", { name: "Decisions beside the rules" });
    await decisions
      .getByRole("row", { name: /assigned to Team Blue/ })
      .first()
      .getByRole("button", { name: "Undo" })
      .click();
    await page.getByText("Assignment taken back.").waitFor();
    await expect
      .poll(() => sentence(page).innerText(), { timeout: 60_000 })
      .toContain(`Nobody is responsible for ${before.coverage.gaps} of`);
  });

  it("starts with fifty gaps and shows more on request", async () => {
    const page = await visit(responsibility);
    const rows = page.getByRole("table", { name: "Customers without a responsible" }).locator("tbody tr");
    expect(await rows.count()).toBe(50);
    await page.getByRole("button", { name: /^Show more \(50 of/ }).click();
    await expect.poll(() => rows.count()).toBe(100);
  });

  it("sees promises kept for each group by itself, and no figure over all", async () => {
    const { promises } = await report();
    const page = await visit(`${responsibility}?view=promises`);
    for (const { label, due, kept } of promises) {
      const card = page.getByRole("article", { name: label.en });
      expect(await card.innerText()).toContain(
        due === 0 ? "nothing due yet" : `${kept} of ${due.toLocaleString("en-GB")} kept`,
      );
    }
    expect(await page.getByRole("article").count()).toBe(promises.length);
    expect(await page.getByRole("region", { name: "Key figures" }).innerText()).not.toMatch(/promise|kept/i);
  });

  it("sees where the time of specialists goes, as picture and table, with its interval", async () => {
    const { leak } = await report();
    const page = await visit(`${responsibility}?view=leak`);
    const flows = page.getByRole("figure", { name: /^Where the time of specialists goes/ });
    expect(await flows.locator("svg path").count()).toBeGreaterThan(leak.byRole.length);
    await flows.getByRole("button", { name: "Show as table" }).click();
    expect(await flows.getByRole("table").locator("tbody tr").count()).toBe(leak.flows.length);
    const roles = page.getByRole("table", { name: "By role" });
    expect(await roles.innerText()).toMatch(/\d%\s–\s[\d.]+%/);
  });

  it("hands a customer over by name and time from the customer's page, and can take it back", async () => {
    await api.idle();
    const page = await visit(`${address}/company/customers/1`);
    await page.getByRole("button", { name: "Hand over" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("textbox", { name: "To", exact: true }).fill("Nora Frei");
    await drawer.getByLabel("Will be in touch").fill("2025-11-05T09:30");
    await drawer.getByRole("textbox", { name: "Note" }).fill("Knows the roof project");
    await drawer.getByRole("button", { name: "Hand over" }).click();
    const message = page.getByRole("alert").filter({ hasText: "goes to Nora Frei" });
    await message.waitFor();
    const { handovers } = await report();
    expect(handovers[0]).toMatchObject({ to: { name: "Nora Frei" }, agreedAt: "2025-11-05T09:30" });
    await message.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Assignment taken back.").waitFor();
    expect((await report()).handovers[0]?.isUndone).toBe(true);
  });

  it.each(["", "?view=promises", "?view=leak", "?view=mismatch", "?view=handovers"])(
    "finds nothing to object to with axe, and nothing sticks out on a phone (%s)",
    async (query) => {
      const page = await visit(`${responsibility}${query}`, { device: "phone" });
      expect(await faultsOf(page)).toEqual(noFaults);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});
