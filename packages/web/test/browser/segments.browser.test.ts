import type { SegmentPreview } from "@kleinod/engine/segments/builder/contract.ts";
import type { HeterogeneityReport } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import { describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const segments = `${address}/company/segments`;

describe("A head of small customers who lays a segment over size", () => {
  const visit = useBrowser();

  it("builds it with the keyboard, sees at once what it means, tests it, uses it, and takes it back", async () => {
    const page = await visit(`${segments}/build`);
    await page.getByRole("textbox", { name: "Name" }).fill("Broad needs");
    await page.getByRole("combobox", { name: "Figure" }).focus();
    await page.keyboard.type("Need breadth");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Value" }).fill("2");
    const live = page.getByRole("region", { name: "That would be" });
    const answer = await fetch(`${address}/api/segments/preview?space=company`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        definition: { match: "all", conditions: [{ column: "needBreadth", op: "ge", value: 2 }] },
      }),
    });
    const { figures, total } = (await answer.json()) as SegmentPreview;
    await live.getByText(String(figures.customers), { exact: true }).waitFor();
    expect(await live.innerText()).toContain(`of ${total}`);
    await page.getByRole("textbox", { name: /^What we do differently/ }).fill("A named generalist");
    await page.getByRole("textbox", { name: /^What we do differently/ }).press("Enter");

    const admission = page.getByRole("region", { name: "Admission" });
    await admission.getByRole("button", { name: "Look back over 12 months" }).click();
    await admission.getByText(/of \d+ customers would have moved/).waitFor({ timeout: 60_000 });
    const why = admission.getByRole("textbox", { name: "Why all the same" });
    if (await why.isVisible()) await why.fill("We try it for a year");
    await admission.getByRole("button", { name: /^Activate/ }).click();
    await page.getByText("Broad needs is active.").waitFor();

    await page.getByRole("link", { name: "To the segments" }).click();
    const row = page.getByRole("table", { name: "Segments" }).getByRole("row", { name: /Broad needs/ });
    expect(await row.innerText()).toContain("A named generalist");
    await row.getByRole("button", { name: "Retire" }).click();
    await row.waitFor({ state: "detached" });
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await row.waitFor();
    await row.getByRole("button", { name: "Retire" }).click();
    // Long after the message is gone it can still be brought back.
    await page.getByRole("heading", { name: "Retired" }).waitFor();
    await page.getByRole("button", { name: "Activate again" }).waitFor();
  });

  it("is told why a draft is not admitted, decides otherwise only with a reason, and may give the draft up", async () => {
    const page = await visit(`${segments}/build`);
    await page.getByRole("textbox", { name: "Name" }).fill("Joiners");
    await page.getByRole("combobox", { name: "Figure" }).fill("Size");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Value" }).click();
    await page.getByRole("option", { name: "larger" }).click();
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    const admission = page.getByRole("region", { name: "Admission" });
    await admission.getByText("Treated differently:").waitFor();
    expect(await admission.getByRole("button", { name: "Activate all the same" }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "To the segments" }).click();
    const draft = page.getByRole("listitem").filter({ hasText: "Joiners" });
    await draft.getByRole("button", { name: "Discard" }).click();
    await draft.waitFor({ state: "detached" });
  });

  it("reads what sets customers apart, by contribution, growth and need", async () => {
    const { targets } = await api.get<HeterogeneityReport>("/reports/heterogeneity");
    const page = await visit(`${segments}/differences`);
    for (const [index, { target, sentence: said }] of targets.entries()) {
      await page.getByRole("radiogroup", { name: "Measured by" }).locator("label").nth(index).click();
      await expect.poll(() => sentence(page).innerText()).toBe(said.en);
      expect(new URL(page.url()).searchParams.get("target")).toBe(index === 0 ? null : target);
    }
  });

  it("keeps an insight in a minute, notes what it changed, deletes it and has it back", async () => {
    const page = await visit(`${segments}/insights`);
    const claim = "Roofers ring before seven";
    await page.getByRole("textbox", { name: "What did we learn?" }).fill(claim);
    await page.keyboard.press("Enter");
    const card = page.getByRole("article").filter({ hasText: claim });
    await card.getByRole("button", { name: "Add a decision" }).click();
    await card.getByRole("textbox", { name: /^Which decision/ }).fill("The line opens at six");
    await page.keyboard.press("Enter");
    await card.getByText("The line opens at six").waitFor();
    await card.getByRole("button", { name: "Delete" }).click();
    await card.waitFor({ state: "detached" });
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await card.getByText("The line opens at six").waitFor();
    await card.getByRole("button", { name: "Delete" }).click();
    await card.waitFor({ state: "detached" });
  });

  it.each(["", "/build", "/differences", "/insights"])(
    "finds nothing to object to with axe, and nothing sticks out on a phone (%s)",
    async (path) => {
      const page = await visit(`${segments}${path}`, { device: "phone" });
      expect(await faultsOf(page)).toEqual(noFaults);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});
