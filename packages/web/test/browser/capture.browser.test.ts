import type { Campaign, CaptureList, SamplingResult } from "@kleinod/engine/facts/captures/contract.ts";
import { afterAll, describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const api = companyApi(address);
const work = `${address}/company/work`;

describe("A generalist whose talks no system logs", () => {
  const visit = useBrowser();
  afterAll(async () => {
    const { campaigns } = await api.get<{ campaigns: Campaign[] }>("/time-samples/campaigns");
    for (const { id, isUndone } of campaigns)
      if (!isUndone) await api.remove(`/time-samples/campaigns/${id}`);
    await api.idle();
  });

  it("notes one with the keyboard alone, sees it, deletes it, has it back", async () => {
    const { customers } = await api.get<{ customers: { name: string }[] }>("/search?q=AG");
    const name = customers[0]?.name ?? "";
    const page = await visit(work);
    const who = page.getByRole("combobox", { name: "Who" });
    await who.focus();
    await page.keyboard.type(name);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Minutes" }).fill("7");
    await page.getByRole("combobox", { name: "Reason" }).fill("Availability");
    await page.getByRole("button", { name: "Note down" }).focus();
    await page.keyboard.press("Enter");
    const entry = page.getByRole("listitem").filter({ hasText: "Availability" });
    await entry.getByRole("link", { name }).waitFor();
    expect(await entry.innerText()).toContain("7 min");
    expect(await sentence(page).innerText()).toMatch(/^1 entr.*7 minutes/);
    await entry.getByRole("button", { name: "Delete" }).click();
    await entry.waitFor({ state: "detached" });
    await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
    await entry.waitFor();
    await entry.getByRole("button", { name: "Delete" }).click();
    await entry.waitFor({ state: "detached" });
    const { captures } = await api.get<CaptureList>("/captures");
    expect(captures.filter(({ isUndone }) => !isUndone)).toEqual([]);
  });

  it("starts a time sampling by the names of roles, answers on the phone, and may take an answer back", async () => {
    const page = await visit(`${work}/time-sample`, { device: "phone" });
    await page.getByRole("textbox", { name: "Name" }).fill("Autumn");
    const people = page.getByRole("textbox", { name: "Who takes part" });
    await people.fill("Petra: Pilot");
    await page.getByText(/“Pilot” is no role/).waitFor();
    expect(await page.getByRole("button", { name: "Create" }).isDisabled()).toBe(true);
    await people.fill("Petra: Inside sales\nReto: Field sales");
    await page.getByRole("button", { name: "Create" }).click();
    await expect.poll(() => sentence(page).innerText()).toContain("Autumn: 0 answers");

    const save = page.getByRole("button", { name: "Answer", exact: true });
    expect((await save.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("combobox", { name: "I am" }).click();
    await page.getByRole("option", { name: "Petra" }).click();
    await page.getByRole("combobox", { name: "What are you doing?" }).click();
    await page.getByRole("option").first().click();
    await page.getByRole("textbox", { name: /^How long/ }).fill("12");
    await save.click();
    await expect.poll(() => sentence(page).innerText()).toContain("Autumn: 1 answer");
    expect(await page.getByRole("table", { name: "Result" }).innerText()).toMatch(/100%/);
    await page
      .getByRole("alert")
      .filter({ hasText: "Thank you" })
      .getByRole("button", { name: "Undo" })
      .click();
    await expect.poll(() => sentence(page).innerText()).toContain("Autumn: 0 answers");
    await settled(page);
    expect(await faultsOf(page)).toEqual(noFaults);
  });

  it("takes measured minutes over once their consequences were shown", async () => {
    const model = async () => {
      const { parameters } = await api.get<{ parameters: { code: string; value: unknown }[] }>("/parameters");
      const value = parameters.find(({ code }) => code === "costToServe.activities")?.value;
      return value as { code: string; equation: string }[];
    };
    const before = await model();
    const activity = before[0]?.code ?? "";
    const people = [{ person: "Petra", role: "insideSales" }];
    const days = { from: "2025-10-06", to: "2025-10-17" };
    const { campaign } = await api.post<{ campaign: Campaign }>("/time-samples/campaigns", {
      name: "October",
      people,
      ...days,
    });
    const path = `/time-samples/campaigns/${campaign.id}`;
    const { leastTimed } = await api.get<SamplingResult>(`${path}/result`);
    for (let number = 0; number < leastTimed; number++) {
      const at = `2025-10-${String(6 + (number % 5)).padStart(2, "0")}T09:30`;
      await api.post(`${path}/samples`, { person: "Petra", activity, minutes: 21 + (number % 3), at });
    }
    const page = await visit(`${work}/time-sample?campaign=${campaign.id}`);
    const adopt = page.getByRole("button", { name: "Take over the measured minutes" });
    await adopt.click();
    await page.getByText(`: ${before[0]?.equation} →`).waitFor();
    await adopt.click();
    await page.getByText("Taken over; the measurement holds from now on.").waitFor();
    await api.idle();
    expect((await model())[0]?.equation).not.toBe(before[0]?.equation);
    await api.setParameter("costToServe.activities", before);
  });

  it.each(["", "/time-sample"])(
    "finds nothing to object to with axe, and nothing sticks out on a phone (%s)",
    async (path) => {
      const page = await visit(`${work}${path}`, { device: "phone" });
      expect(await faultsOf(page)).toEqual(noFaults);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});
