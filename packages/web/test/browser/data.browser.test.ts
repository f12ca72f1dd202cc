import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { rowsOf, sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const jobPatience = { timeout: 60_000 };

interface Counts {
  readonly lines: number;
  readonly customers: number;
  readonly asOf: string;
}

async function status(): Promise<Counts> {
  const answer = (await (await fetch(`${address}/api/status?space=company`)).json()) as Counts;
  return { lines: answer.lines, customers: answer.customers, asOf: answer.asOf };
}

describe("Whoever keeps the data", () => {
  const visit = useBrowser();
  const lines = "VBRP_Fakturapositionen.csv";
  const rowOf = (page: Page, file: string) =>
    page.getByRole("table", { name: "Imports" }).getByRole("row", { name: new RegExp(file) });

  it("sees every import with its counts, and that they add up", async () => {
    const page = await visit(`${address}/company/data`);
    expect(await sentence(page).innerText()).toMatch(/^17 imports, /);
    await rowOf(page, lines).getByRole("button", { name: lines }).click();
    const details = page.getByRole("dialog");
    await details.getByText("Concluded from the file").waitFor();
    await details.getByText("No problems in this file.").waitFor();
    expect(await details.innerText()).toMatch(/windows-1252/i);
    await page.keyboard.press("Escape");
    await details.waitFor({ state: "hidden" });
  });

  it("undoes an import and sees the figures go, redoes it and sees them come back", async () => {
    const before = await status();
    const page = await visit(`${address}/company/data`);
    const row = rowOf(page, lines);
    await row.getByRole("button", { name: "Undo" }).click();
    await row.getByRole("button", { name: "Redo" }).waitFor(jobPatience);
    await expect.poll(async () => (await status()).lines, jobPatience).toBe(0);
    await expect.poll(() => sentence(page).innerText()).toMatch(/, 0 lines,/);

    await row.getByRole("button", { name: "Redo" }).click();
    await row.getByRole("button", { name: "Undo" }).waitFor(jobPatience);
    await expect
      .poll(() => sentence(page).innerText())
      .toMatch(new RegExp(`, ${before.lines.toLocaleString("en")} lines,`));
    expect(await status()).toEqual(before);
  });

  it("takes the rejected rows home, with line, column and reason", async () => {
    const page = await visit(`${address}/company/data/import`);
    await page.getByLabel("Choose files").setInputFiles({
      name: "september.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        [
          "Rechnung;Datum;Kunde;Betrag;Währung",
          ...Array.from(
            { length: 20 },
            (_, day) => `R90${day + 10};${day + 10}.09.2025;0000100001;100,00;CHF`,
          ),
          "R9002;31.02.2025;0000100001;50,00;CHF",
          "",
        ].join("\n"),
      ),
    });
    await page.getByRole("button", { name: "On to the columns" }).click();
    await page.getByRole("button", { name: "On to the preview" }).click();
    const preview = page.getByRole("region", { name: "september.csv" });
    await preview.getByText("31.02.2025").waitFor();
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByRole("button", { name: "To the overview" }).waitFor(jobPatience);

    await page.goto(`${address}/company/data`);
    await rowOf(page, "september.csv").getByRole("button", { name: "1", exact: true }).click();
    const details = page.getByRole("dialog");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      details.getByRole("link", { name: "Download the rows" }).click(),
    ]);
    const rejected = await readFile(await file.path(), "utf8");
    expect(rejected).toContain("R9002");
    expect(rejected).toContain("31.02.2025");
    expect(rejected.trimEnd().split("\n").length).toBe(2);
    await page.keyboard.press("Escape");

    const row = rowOf(page, "september.csv");
    await row.getByRole("button", { name: "Undo" }).click();
    await row.getByRole("button", { name: "Redo" }).waitFor(jobPatience);
  });

  it("finds the totals of every month equal to those of the ERP", async () => {
    const truth = (await readFile(join(inject("truthFolder"), "control-totals.csv"), "utf8"))
      .trim()
      .split(/\r?\n/);
    const september = truth.find((line) => line.startsWith("2025-09;invoice;"))?.split(";") ?? [];
    const page = await visit(`${address}/company/data/control-totals`);
    const row = page.getByRole("row", { name: /^Sept 2025 Invoice/ });
    const typed = (Number(september[4]) / 100).toFixed(2);
    await row.getByRole("textbox").fill(typed);
    await row.getByRole("textbox").press("Enter");
    await row.getByText("0.00", { exact: true }).waitFor();
    await expect.poll(() => sentence(page).innerText()).toBe("1 of 1 totals agree to the cent.");
    await row.getByRole("textbox").fill("");
    await row.getByRole("textbox").press("Enter");
    await expect.poll(() => sentence(page).innerText()).toMatch(/^Type in the total/);
  });

  it("looks for duplicates, sees what speaks for and against, merges and takes it back", async () => {
    const before = await status();
    const page = await visit(`${address}/company/data/quality`);
    await page.getByRole("button", { name: "Look for duplicates" }).last().click();
    const pair = page.getByRole("article").first();
    await pair.waitFor(jobPatience);
    const evidence = await rowsOf(pair.getByRole("table"));
    expect(evidence.map((row) => row[0])).toEqual(expect.arrayContaining(["Name", "Phone"]));
    expect(evidence.some((row) => row.at(-1)?.trim() === "for")).toBe(true);
    expect(await pair.innerText()).toMatch(/\d+\s?% likely the same customer/);

    const name = (await pair.getAttribute("aria-label")) ?? "";
    await pair.getByRole("button", { name: "Merge" }).click();
    await page.getByRole("article", { name, exact: true }).waitFor({ state: "detached" });
    await expect.poll(async () => (await status()).customers, jobPatience).toBe(before.customers - 1);
    await page.getByText("merged", { exact: true }).click();
    const merged = page.getByRole("article", { name, exact: true });
    await merged.getByRole("button", { name: "Take the decision back" }).click();
    await merged.waitFor({ state: "detached" });
    await expect.poll(async () => (await status()).customers, jobPatience).toBe(before.customers);
  });

  it("sees which parameters are assumptions, and what a change would do before it is made", async () => {
    const page = await visit(`${address}/company/data/parameters`);
    const row = page.getByRole("row", { name: /^Dormant from quantile/ });
    await row.getByText("Assumption").waitFor();
    expect(await row.innerText()).toMatch(/95\s?%/);
    await row.getByRole("button", { name: "Change Dormant from quantile" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("textbox", { name: "Dormant from quantile" }).fill("90");
    await form.getByRole("button", { name: "Show consequences" }).click();
    await form.getByText(/^Affects /).waitFor(jobPatience);
    const counts = new Map((await rowsOf(form.getByRole("table"))).map(([group, ...rest]) => [group, rest]));
    const [today = "", after = ""] = counts.get("dormant") ?? [];
    expect(Number(after)).toBeGreaterThan(Number(today));

    await form.getByRole("textbox", { name: "Reason" }).fill("Calls come too late");
    await form.getByRole("button", { name: "Apply" }).click();
    await form.waitFor({ state: "hidden", ...jobPatience });
    await row.getByText("Calls come too late").waitFor();
    const quiet = (await (
      await fetch(`${address}/api/reports/quiet?space=company&states=dormant&limit=1`)
    ).json()) as { total: number };
    expect(quiet.total).toBe(Number(after));

    await row.getByRole("button", { name: "Change Dormant from quantile" }).click();
    await form.getByRole("textbox", { name: "Dormant from quantile" }).fill("95");
    await form.getByRole("button", { name: "Show consequences" }).click();
    await form.getByRole("button", { name: "Apply" }).click();
    await form.waitFor({ state: "hidden", ...jobPatience });
    await expect.poll(() => row.innerText()).toMatch(/95\s?%/);
  });
});
