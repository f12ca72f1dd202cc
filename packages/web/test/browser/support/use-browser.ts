import { fileURLToPath } from "node:url";
import { launchBrowser } from "@kleinod/testkit/browser/launch.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

export interface VisitOptions {
  /** Language of the browser; default English. */
  readonly locale?: "en-GB" | "de-CH" | "de-DE";
  /** Default: a laptop, 1280 × 800. */
  readonly device?: "laptop" | "phone";
  readonly colorScheme?: "light" | "dark";
}

const failures = fileURLToPath(
  new URL("../../../../../node_modules/.cache/kleinod-browser-tests", import.meta.url),
);

const devices = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/**
 * One browser for the tests of a file. Each visit is a new person with an empty browser; what goes wrong behind the
 * page (errors in the console, requests to elsewhere) fails the test that made the visit.
 */
export function useBrowser() {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const ended = contexts;
    contexts = [];
    if (task.result?.state === "fail") await keepPictures(task.name, ended);
    for (const context of ended) await context.close();
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Opens an address and waits until the page has what it asked for. */
  return async function visit(address: string, options: VisitOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      ...devices[options.device ?? "laptop"],
      locale: options.locale ?? "en-GB",
      colorScheme: options.colorScheme ?? "light",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const page = await context.newPage();
    watch(page, new URL(address).host, faults);
    await page.goto(address);
    await settled(page);
    return page;
  };
}

/** What a failed test saw last, for whoever looks into it. */
async function keepPictures(test: string, contexts: readonly BrowserContext[]): Promise<void> {
  const name = test.replace(/\W+/g, "-").slice(0, 60);
  for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
    const file = `${failures}/${name}-${index}.png`;
    await page.screenshot({ path: file });
    console.error(`Last picture: ${file}`);
  }
}

function watch(page: Page, host: string, faults: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) faults.push(`request to ${request.url()}`);
  });
}

/** The page has its heading, and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page
    .locator(".mantine-Skeleton-root, .k-skeleton, [aria-busy=true]")
    .first()
    .waitFor({ state: "detached" });
}
