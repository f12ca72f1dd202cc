import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityViolations } from "./axe.ts";
import { launchBrowser } from "./launch.ts";
import { screenshot } from "./screenshot.ts";

describe("a real browser on this machine", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("runs the scripts of a page", async () => {
    const page = await browser.newPage();
    await page.goto("data:text/html,<p id=p></p><script>p.textContent = [2, 3].join(' and ')</script>");
    expect(await page.textContent("#p")).toBe("2 and 3");
    await page.close();
  });

  it("opens a page that this machine serves, and takes a picture of it", async () => {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end("<!doctype html><html lang=de><title>Grüezi</title><h1>Grüezi</h1>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const folder = await mkdtemp(join(tmpdir(), "kleinod-picture-"));
    const page = await browser.newPage({ viewport: { width: 640, height: 400 } });
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(await page.title()).toBe("Grüezi");
      const file = join(folder, "deep", "page.png");
      await screenshot(page, file);
      const picture = await readFile(file);
      expect(picture.subarray(1, 4).toString("latin1")).toBe("PNG");
      // Width and height stand in bytes 16–23 of a PNG.
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([640, 400]);
    } finally {
      await page.close();
      server.close();
      await rm(folder, { recursive: true });
    }
  });

  it("finds accessibility faults, and none in a sound page", async () => {
    const page = await browser.newPage();
    const frame = (body: string) =>
      `<!doctype html><html lang="en"><title>T</title><main><h1>T</h1>${body}</main></html>`;
    await page.setContent(frame("<img id=logo src='data:,'>"));
    expect(await accessibilityViolations(page)).toMatchObject([
      { rule: "image-alt", impact: "critical", elements: ["#logo"] },
    ]);
    await page.setContent(frame("<p>All is well.</p>"));
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.close();
  });
});
