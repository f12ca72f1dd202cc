/**
 * Takes the pictures of the README anew: `node --import tsx scripts/take-pictures.ts`. Prepares the example company
 * first if the folder (default `.kleinod/example`, another one: `--example-dir`) holds none, which takes a minute.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { startServer } from "../packages/server/src/start-server.ts";
import { ApiCaller } from "../packages/testkit/src/app/api-caller.ts";
import { launchBrowser } from "../packages/testkit/src/browser/launch.ts";
import { screenshot } from "../packages/testkit/src/browser/screenshot.ts";
import { generateCompany } from "../packages/testkit/src/companies/generate-company.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const pictures = join(root, "docs", "pictures");
/** More would make the README slow to load. */
const mostBytes = 250_000;
/** The import is shown with files that the browser can upload in a second. */
const importedCustomers = 400;

const { values } = parseArgs({ options: { "example-dir": { type: "string" } } });
const folder = await mkdtemp(join(tmpdir(), "kleinod-pictures-"));
const server = await startServer({
  directory: join(folder, "company"),
  exampleDirectory: values["example-dir"] ?? join(root, ".kleinod", "example"),
  port: 0,
  prepareExample: false,
});
try {
  const api = new ApiCaller(server.address, server.token);
  await api.job("POST", "/example", undefined, "example");
  const browser = await launchBrowser();
  try {
    await take(browser, "overview", "/example/overview");
    await take(browser, "quiet", "/example/quiet");
    await take(browser, "customer", `/example/customers/${await someoneQuiet(api)}`);
    await take(browser, "economics", "/example/economics");
    await take(browser, "triangle", "/example/economics/triangle");
    const plan = await lighterPaths(api);
    await take(browser, "plan", `/example/programme/${plan}`);
    await take(browser, "doubling", `/example/programme/doubling?plan=${plan}`);
    await take(browser, "import", "/company/data/import", chooseFiles);
  } finally {
    await browser.close();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function take(
  browser: Browser,
  name: string,
  path: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(`${server.address}${path}`);
  await prepare?.(page);
  await page.waitForLoadState("networkidle");
  const file = join(pictures, `${name}.png`);
  await screenshot(page, file, { fullPage: false });
  await page.close();
  const { size } = await stat(file);
  console.log(`${file}: ${Math.round(size / 1000)} kB`);
  if (size > mostBytes) throw new Error(`${file} has ${size} bytes; at most ${mostBytes} are allowed.`);
}

/** The template as a kept plan of the example; made once. */
async function lighterPaths(api: ApiCaller): Promise<number> {
  const name = "Lighter paths";
  const { plans } = await api.call<{ plans: { id: number; name: string }[] }>(
    "GET",
    "/programme/plans",
    undefined,
    "example",
  );
  const kept = plans.find((plan) => plan.name === name);
  if (kept !== undefined) return kept.id;
  const template = await api.call<Record<string, unknown>>(
    "GET",
    "/programme/plans/template",
    undefined,
    "example",
  );
  const { head } = await api.call<{ head: { id: number } }>(
    "POST",
    "/programme/plans",
    { plan: { ...template, name } },
    "example",
  );
  return head.id;
}

/** A small customer of the call list with enough purchases to show a rhythm. */
async function someoneQuiet(api: ApiCaller): Promise<number> {
  const { rows } = await api.call<{ rows: { customerId: number; purchaseDaysAgo: number[] }[] }>(
    "GET",
    "/reports/quiet?sizes=small&limit=50",
    undefined,
    "example",
  );
  const found = rows.find((row) => row.purchaseDaysAgo.length >= 8) ?? rows[0];
  if (found === undefined) throw new Error("Nobody on the call list of the example is small.");
  return found.customerId;
}

/** Up to the step that shows how the columns were understood. */
async function chooseFiles(page: Page): Promise<void> {
  const { files } = await generateCompany({
    company: "alpfix",
    out: join(folder, "exports"),
    customers: importedCustomers,
    years: 1,
  });
  await page.getByLabel("Choose files").setInputFiles(files.map((file) => file.path));
  await page
    .getByText("ready")
    .nth(files.length - 1)
    .waitFor();
  await page.getByRole("button", { name: "On to the columns" }).click();
  await page.getByRole("row", { name: /^UMSA1 / }).waitFor();
}
