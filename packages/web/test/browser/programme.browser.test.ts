import type { OptionParams } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import type { PlanHead } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { download, sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const programme = `${address}/company/programme`;

/** An option of a plan file: usual decisions, and what is decided otherwise. */
function assigned(code: string, from: string, decided: OptionParams = {}) {
  const option = leverOption(code);
  if (option === undefined) throw new Error(`There is no option ${code}`);
  const usual = Object.fromEntries(option.params.map((param) => [param.name, param.default]));
  return { option: code, segment: "small", from, params: { ...usual, ...decided } };
}

const shop = assigned("L5a", "2026-12-01", { targetMinutesPerOrder: 3 });
const fee = (from: string) => assigned("L3a", from);

/** Keeps a plan and gives back its number. */
async function keep(name: string, assignments: readonly unknown[]): Promise<number> {
  const { head } = await api.post<{ head: PlanHead }>("/programme/plans", {
    plan: { name, snapshot: "latest", assignments },
  });
  return head.id;
}

async function addOption(page: Page, lever: string, option: string): Promise<void> {
  await page.getByRole("button", { name: `${lever}: add an option for All small customers` }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("radio", { name: new RegExp(`^${option} `) }).check();
  await drawer.getByRole("button", { name: "Take into the plan" }).click();
  await drawer.waitFor({ state: "hidden" });
}

const findings = (page: Page, group: string) => page.getByRole("region", { name: group, exact: true });

describe("A head of small customers who puts levers together", () => {
  const visit = useBrowser();

  it("begins with the template, changes it, takes steps back, and finds everything again after a reload", async () => {
    const page = await visit(programme);
    await page.getByRole("button", { name: "Start from the template" }).click();
    await page.getByRole("heading", { name: "New plan" }).waitFor();
    const chip = (code: string) => page.getByRole("button", { name: new RegExp(`^${code} `) });
    await chip("L5a").first().waitFor();
    await addOption(page, "Products and services", "L2e");
    await page.getByText("not saved").waitFor();
    await page.reload();
    await chip("L2e").first().waitFor();
    await page.getByRole("button", { name: "Step back" }).click();
    expect(await page.getByText("not saved").count()).toBe(0);
    await page.getByRole("button", { name: "Step forward" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("textbox", { name: "Why this change" }).fill("Fear of the first hour");
    await page.keyboard.press("Enter");
    await page.getByText(/^Version 2, draft/).waitFor();
    expect(await page.getByText("not saved").count()).toBe(0);
    await page.getByRole("link", { name: "All plans" }).click();
    const card = page.getByRole("listitem", { name: "New plan" }).first();
    expect(await card.innerText()).toContain("version 2 of 2");
    expect(await card.innerText()).toContain("Fear of the first hour");
  });

  it("is stopped by a plan that only takes, and free once something is given before", async () => {
    const id = await keep("Only takes", [fee("2027-04-01")]);
    const page = await visit(`${programme}/${id}`);
    const blocks = findings(page, "Blocks");
    await blocks.getByText(/^CR01/).waitFor();
    expect(await blocks.innerText()).toContain("only disadvantages for small customers");
    expect(await sentence(page).innerText()).toContain("cannot be activated as it is");
    await addOption(page, "Channels", "L5a");
    await blocks.getByText(/^CR01/).waitFor({ state: "detached" });
    await expect.poll(() => sentence(page).innerText()).toContain("can be activated");
  });

  it("decides against a rule with reason, approver and review date, takes it back, and sees it in the review", async () => {
    const id = await keep("Decided otherwise", [fee("2027-04-01")]);
    const page = await visit(`${programme}/${id}`);
    const card = findings(page, "Blocks").getByRole("listitem").filter({ hasText: "CR01" });
    await card.getByRole("button", { name: "Decide otherwise" }).click();
    await card.getByRole("textbox", { name: "Why" }).fill("Trial in one branch");
    await card.getByRole("textbox", { name: "Approved by" }).fill("M. Keller");
    await card.getByLabel("Review on").fill("2099-01-31");
    await card.getByRole("button", { name: "Decide so" }).click();
    await card.getByText("Decided otherwise by M. Keller: Trial in one branch").waitFor();
    await page.goto(`${programme}/review`);
    await page.getByRole("listitem").filter({ hasText: "Trial in one branch" }).waitFor();
    await page.goto(`${programme}/${id}`);
    await card.getByRole("button", { name: "Take back" }).click();
    await card.getByRole("button", { name: "Decide otherwise" }).waitFor();
  });

  it("sees the consequences before activating, activates, and takes it back", async () => {
    const id = await keep("To activate", [shop]);
    const page = await visit(`${programme}/${id}`);
    await page.getByRole("button", { name: "Activate", exact: true }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText(/^L5a .*, All small customers, from 1 Dec 2026$/).waitFor();
    await drawer.getByRole("button", { name: "Activate now" }).click();
    await page.getByText(/^Version 1, active/).waitFor();
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await page.getByText(/^Version 1, ended/).waitFor();
  });

  it("activates a blocked plan only with reason, approval and review date", async () => {
    const id = await keep("Against the rules", [fee("2027-04-01")]);
    const page = await visit(`${programme}/${id}?activate=1`);
    const drawer = page.getByRole("dialog");
    const activate = drawer.getByRole("button", { name: "Activate all the same" });
    expect(await activate.isDisabled()).toBe(true);
    await drawer.getByRole("textbox", { name: "Why" }).fill("The board wants to know");
    await drawer.getByRole("textbox", { name: "Approved by" }).fill("M. Keller");
    await drawer.getByLabel("Review on").fill("2099-01-31");
    await activate.click();
    await page.getByText(/^Active despite objection\. M\. Keller: The board wants to know/).waitFor();
    await page.getByRole("button", { name: "End", exact: true }).click();
    await page.getByText(/^Version 1, ended/).waitFor();
  });

  it("is told when a fee begins before the way around it, on the timeline and in the table beside it", async () => {
    const id = await keep("Too early", [shop, fee("2026-12-15")]);
    const page = await visit(`${programme}/${id}?view=timeline`);
    await page.getByRole("heading", { name: "One option begins earlier than a rule wants" }).waitFor();
    const figure = page.getByRole("figure", { name: /earlier than a rule wants/ });
    await figure.getByRole("link", { name: /^L3a .*CR03/ }).click();
    await page.getByRole("dialog").getByLabel("From").waitFor();
    await page.keyboard.press("Escape");
    await figure.getByRole("button", { name: "Show as table" }).click();
    await figure.getByRole("row", { name: /L3a .*CR03/ }).waitFor();
  });

  it("reads what is given and taken with its arithmetic, and goes from a pair of levers to the finding", async () => {
    const id = await keep("Give and take", [shop, fee("2026-12-15")]);
    const page = await visit(`${programme}/${id}?view=ledger`);
    await page
      .getByText(/^Gives .* − takes .* = .* per customer and year\.$/)
      .first()
      .waitFor();
    await page.getByRole("radiogroup", { name: "What follows from it" }).getByText("Lever by lever").click();
    await page.getByRole("link", { name: /^L3 .* – L5 .*CR03/ }).click();
    await page.getByText(/^Only what holds between/).waitFor();
    expect(new URL(page.url()).searchParams.get("levers")).toBe("L3-L5");
    await page.getByText(/^CR03/).waitFor();
  });

  it("lays two plans side by side, and moves a plan as a file", async () => {
    const a = await keep("Plan A", [shop]);
    const b = await keep("Plan B", [shop, fee("2027-04-01")]);
    const page = await visit(programme);
    await page.getByRole("checkbox", { name: "Compare Plan A" }).check();
    await page.getByRole("checkbox", { name: "Compare Plan B" }).check();
    await page.getByRole("link", { name: "Lay side by side" }).click();
    await expect.poll(() => sentence(page).innerText()).toBe("The two plans differ in one point.");
    expect([...new URL(page.url()).searchParams.values()]).toEqual([String(a), String(b)]);
    await page.goto(`${programme}/${b}`);
    await page.getByRole("button", { name: "More" }).click();
    const file = await download(page, page.getByRole("menuitem", { name: "Save as a file" }));
    expect(JSON.parse(file.content.toString())).toMatchObject({ name: "Plan B" });
    await page.goto(programme);
    await page.locator('input[type="file"]').setInputFiles(file.path);
    await page.getByRole("heading", { name: "Plan B" }).waitFor();
    expect(page.url()).not.toContain(`/${b}`);
  });

  it("states what no file says, and moves a threshold of a rule", async () => {
    const page = await visit(`${programme}/rules`);
    const slips = page.getByRole("radiogroup", { name: /effort slip/ });
    await slips.getByText("yes", { exact: true }).click();
    await page.getByRole("button", { name: "Save the statements" }).click();
    await page.getByText("The statements are saved.").waitFor();
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Change rule CR03" }).click();
    const form = page.getByRole("form", { name: "Change rule CR03" });
    await form.getByRole("textbox", { name: /days/i }).fill("90");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText(/at least 90 days/).waitFor();
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await page.getByText(/at least 60 days/).waitFor();
  });
});

describe("The pages of the programme", () => {
  const visit = useBrowser();

  it.each(["findings", "ledger", "timeline", "matrix"])(
    "show %s without a fault, light and dark, on a phone and a laptop",
    async (view) => {
      const id = await keep("Looked at", [shop, fee("2026-12-15")]);
      const page = await visit(`${programme}/${id}?view=${view}`, { device: "phone" });
      await page.getByRole("radiogroup", { name: "What follows from it" }).waitFor();
      expect(await faultsOf(page)).toEqual(noFaults);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );

  it.each(["", "/rules", "/review", "/compare"])("have no fault at programme%s", async (path) => {
    const page = await visit(`${programme}${path}`, { device: "phone" });
    expect(await faultsOf(page)).toEqual(noFaults);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await faultsOf(page)).toEqual(noFaults);
  });

  it("have no fault with an option or the activation open", async () => {
    const id = await keep("Opened", [shop, fee("2026-12-15")]);
    for (const search of ["edit=1", "edit=L4~small", "activate=1"]) {
      const page = await visit(`${programme}/${id}?${search}`);
      await page.getByRole("dialog").waitFor();
      await page.waitForTimeout(400);
      expect((await faultsOf(page)).violations).toEqual([]);
    }
  });
});
