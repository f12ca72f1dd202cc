import { type RunningApp, startApp } from "@kleinod/testkit/app/start-app.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sentence } from "./support/page-parts.ts";
import { useBrowser } from "./support/use-browser.ts";

describe("Somebody who opens Kleinod for the first time", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    await app?.discard();
  });
  const visit = useBrowser();

  it("has two choices, in the language of the browser", async () => {
    const german = await visit(app.address, { locale: "de-CH" });
    expect(await german.getByRole("heading", { level: 1 }).innerText()).toBe(
      "Viele kleine Kunden, ein klares Bild.",
    );
    await german.getByRole("button", { name: "Beispiel ansehen" }).waitFor();
    await german.getByRole("link", { name: "Mit meinen Dateien beginnen" }).waitFor();
    expect(await german.locator("html").getAttribute("lang")).toBe("de-CH");

    const english = await visit(app.address);
    await english.getByRole("button", { name: "Look at the example" }).waitFor();
    await english.getByRole("link", { name: "Start with my files" }).waitFor();
    expect(await english.locator("html").getAttribute("lang")).toBe("en");
  });

  it("changes the language, and a copied link keeps it", async () => {
    const page = await visit(app.address);
    await page.getByRole("button", { name: "Language" }).click();
    await page.getByRole("menuitem", { name: "Deutsch (Schweiz)" }).click();
    await page.getByRole("button", { name: "Beispiel ansehen" }).waitFor();
    expect(new URL(page.url()).searchParams.get("lang")).toBe("de-CH");
    const copied = await visit(page.url());
    await copied.getByRole("button", { name: "Beispiel ansehen" }).waitFor();
  });

  it("gets to the import with own files", async () => {
    const page = await visit(app.address);
    await page.getByRole("link", { name: "Start with my files" }).click();
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/company/data/import");
    expect(await sentence(page).innerText()).toBe("Put the exports of your ERP and CRM here.");
  });

  it("is told on each page without data what is missing, and has the button that gets it", async () => {
    const page = await visit(`${app.address}/company/overview`);
    for (const path of ["overview", "quiet", "customers", "data", "data/control-totals", "data/quality"]) {
      await page.goto(`${app.address}/company/${path}`);
      await page.getByRole("heading", { name: "No invoices yet" }).waitFor();
      await page.getByRole("link", { name: "Import files" }).waitFor();
    }
  });

  it("sees how the example is being prepared, and can stop it", async () => {
    const page = await visit(app.address);
    await page.getByRole("button", { name: "Look at the example" }).click();
    const card = page.getByRole("region", { name: "Look at the example" });
    await card.getByText("Preparing the example").waitFor();
    await card.getByRole("button", { name: "Cancel" }).click();
    await card.getByText("Cancelled. Nothing was stored.").waitFor({ timeout: 60_000 });
    const { exampleReady } = await app.api.call<{ exampleReady: boolean }>("GET", "/status");
    expect(exampleReady).toBe(false);
  });

  it("gets a page with a way back for an address that does not exist", async () => {
    const page = await visit(`${app.address}/nowhere`);
    await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("button", { name: "Look at the example" }).waitFor();
  });
});
