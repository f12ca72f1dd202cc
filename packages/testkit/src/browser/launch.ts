import { type Browser, chromium } from "playwright-core";
import type { BrowserProgram } from "./browser-program.ts";
import { bundledChromium } from "./bundled-chromium.ts";
import { systemChromium } from "./system-chromium.ts";

/** No sandbox because tests also run as root and in containers; no proxy because pages come from this machine. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-proxy-server",
  "--font-render-hinting=none",
];

/**
 * The browser that tests use: the one named in `KLEINOD_CHROMIUM`, else an installed one, else the bundled one.
 * @throws Error saying what to install where there is none
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env.KLEINOD_CHROMIUM;
  if (named) return { executable: named, env: {} };
  const installed = systemChromium();
  return installed === null ? bundledChromium() : { executable: installed, env: {} };
}

/**
 * Starts a headless Chromium with a new, empty profile. Close it at the end: `await browser.close()`.
 * @throws Error with the browser's own output when it does not start
 */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await findBrowser();
  return chromium.launch({
    executablePath: executable,
    args: flags,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
}
