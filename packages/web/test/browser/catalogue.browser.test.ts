import type { DecisionList } from "@kleinod/engine/programme/decisions/decision-contract.ts";
import type { DeviationReport } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import type { CatalogueReport } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { afterAll, describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { rowsOf, sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const catalogue = `${address}/company/programme/catalogue`;
const decisions = `${address}/company/programme/decisions`;
const report = () => api.get<CatalogueReport>("/reports/catalogue");

describe("A head of small customers who reduces services to what is used and valued", () => {
  const visit = useBrowser();

  afterAll(async () => {
    const { log } = await api.get<DeviationReport>("/reports/deviations");
    for (const { id } of log) await api.remove(`/programme/deviations/${id}`);
    const { decisions: noted } = await api.get<DecisionList>("/programme/decisions");
    for (const { id, reviews } of noted) {
      for (const review of reviews) await api.remove(`/programme/reviews/${review.id}`);
      await api.remove(`/programme/decisions/${id}`);
    }
  });

  it("sees use against cost of every service as sentence, picture and table", async () => {
    const { elements } = await report();
    const page = await visit(catalogue);
    expect(await sentence(page).innerText()).toBe(elements.sentence.en);
    const picture = page.getByRole("figure", { name: "What costs more than it is used?" });
    const shown = await picture.locator("svg text").allTextContents();
    for (const { element } of elements.elements) expect(shown.join("\n")).toContain(element);
    const rows = await rowsOf(page.getByRole("table", { name: "Service elements" }));
    expect(rows.map(([element]) => element)).toEqual(elements.elements.map(({ element }) => element));
    expect(await page.getByText("ask the users before").count()).toBe(
      elements.unclear.some(({ field }) => field === "elements.reasonToStayRatio") ? 1 : 0,
    );
  });

  it("notes what no file says of a service, and undoes it", async () => {
    const before = (await report()).elements.elements[0]!;
    const page = await visit(catalogue);
    await page.getByRole("button", { name: `Details of ${before.element}` }).click();
    const drawer = page.getByRole("dialog", { name: before.element });
    await drawer.getByRole("textbox", { name: "Touches by hand per use" }).fill("3");
    await drawer.getByRole("button", { name: "Save details" }).click();
    await page.getByText(`Details of ${before.element} saved.`).waitFor();
    expect((await report()).elements.elements[0]).toMatchObject({ manualTouchesPerUse: 3 });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    expect((await report()).elements.elements[0]).toMatchObject({ manualTouchesPerUse: null });
  });

  it("AT5.2 cannot publish a lean offer before cost and touches are known; publishing is undone", async () => {
    const page = await visit(`${catalogue}?view=offers`);
    await page.getByRole("button", { name: "Draft a lean offer" }).first().click();
    const drawer = page.getByRole("dialog", { name: "Draft a lean offer" });
    await drawer.getByRole("textbox", { name: "Name" }).first().fill("Basics");
    const first = (await report()).elements.elements[0]!.element;
    await drawer
      .getByRole("radiogroup", { name: `Place of ${first}` })
      .getByText("core")
      .click();
    await drawer.getByRole("button", { name: "Save draft" }).click();
    const card = page.getByRole("article", { name: "Basics" });
    await card.getByText("The cost per customer and year is missing.").waitFor();
    await card.getByText("The number of touches by hand per customer and year is missing.").waitFor();
    const publish = card.getByRole("button", { name: "Publish" });
    expect(await publish.isDisabled()).toBe(true);
    await card.getByRole("button", { name: "Change" }).click();
    const change = page.getByRole("dialog", { name: "Change Basics" });
    await change.getByRole("textbox", { name: /^Cost per customer and year/ }).fill("12");
    await change.getByRole("textbox", { name: "Touches by hand per customer and year" }).fill("2");
    await change.getByRole("button", { name: "Save draft" }).click();
    await change.waitFor({ state: "hidden" });
    await publish.click();
    await page.getByText("Basics is published.").waitFor();
    await page
      .getByRole("alert")
      .filter({ hasText: "Basics is published." })
      .getByRole("button", { name: "Undo" })
      .click();
    await page.getByText("Taken back.").waitFor();
    const { offers } = await report();
    expect(offers.find(({ code }) => code === "basics")?.published).toBeNull();
  });

  it("AT9.2 notes deviations until they pile up, and sees both calculations beside each other", async () => {
    const { today } = await api.get<DeviationReport>("/reports/deviations");
    for (let count = 1; count < 12; count++) {
      await api.post("/programme/deviations", {
        kind: "Special packaging",
        at: today,
        minutes: 30,
        customerId: 1,
      });
    }
    const page = await visit(`${catalogue}?view=deviations`);
    const form = page.getByRole("form", { name: "Note a deviation" });
    await form.getByRole("textbox", { name: "What was different" }).fill("special packaging");
    await form.getByRole("textbox", { name: "Our minutes" }).fill("40");
    await form.getByRole("button", { name: "Note it" }).click();
    const card = page.getByRole("article", { name: /special packaging/i });
    await card.getByRole("region", { name: "Standardise" }).waitFor();
    await card.getByRole("region", { name: "Close" }).waitFor();
    expect(await card.innerText()).toContain("12 times in 90 days. Standardise or close.");
  });

  it("puts a decision on record, and reviews it beside the figures of its day", async () => {
    const page = await visit(decisions);
    await page.getByRole("button", { name: "Put a decision on record" }).click();
    const drawer = page.getByRole("dialog", { name: "Put a decision on record" });
    await drawer.getByRole("textbox", { name: "What is decided" }).fill("Training on request only");
    await drawer.getByRole("textbox", { name: "Who decides" }).fill("Ana Frei");
    await drawer.getByRole("button", { name: "Put on record" }).click();
    const card = page.getByRole("article", { name: "Training on request only" });
    await card.waitFor();
    await card.getByRole("button", { name: "Review Training on request only" }).click();
    await card.getByRole("textbox", { name: "What you see" }).fill("Fewer visits, same customers");
    await card.getByRole("button", { name: "Save review" }).click();
    await card.getByText("No further review planned").waitFor();
    expect(await card.innerText()).toContain("Fewer visits, same customers");
    const { decisions: noted } = await api.get<DecisionList>("/programme/decisions");
    expect(noted[0]).toMatchObject({ state: "reviewed", decidedBy: "Ana Frei", segment: "small" });
    expect(noted[0]!.figures?.customers).toBeGreaterThan(0);
  });

  it.each([
    "catalogue",
    "catalogue?view=offers",
    "catalogue?view=transfers",
    "catalogue?view=deviations",
    "decisions",
  ])("finds nothing to object to with axe, and nothing sticks out on a phone (%s)", async (path) => {
    const open = await visit(`${address}/company/programme/${path}`, { device: "phone", locale: "de-CH" });
    expect(await faultsOf(open)).toEqual(noFaults);
    await open.setViewportSize({ width: 1280, height: 800 });
    expect(await faultsOf(open)).toEqual(noFaults);
  });
});
