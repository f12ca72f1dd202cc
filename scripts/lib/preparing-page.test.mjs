import { createServer } from "node:http";
import { expect, it } from "vitest";
import { servePreparingPage } from "./preparing-page.mjs";

const get = (port, language) =>
  fetch(`http://127.0.0.1:${port}/any/page`, { headers: { "accept-language": language } });

it("shows in the reader's language what is being done, and gives the port back", async () => {
  const page = await servePreparingPage(0, ["install", "build", "start"]);
  page.begin("build");
  const german = await get(page.port, "de-CH,de;q=0.9");
  expect([german.status, german.headers.get("x-kleinod-preparing")]).toEqual([503, "1"]);
  const text = await german.text();
  expect(text).toContain("✓</span> Pakete installieren");
  expect(text).toContain('aria-current="step"><span aria-hidden="true">●</span> Weboberfläche bauen');
  expect(await (await get(page.port, "fr")).text()).toContain("○</span> Start the server");
  await page.close();
  const next = createServer();
  await new Promise((resolve, reject) => next.once("error", reject).listen(page.port, "127.0.0.1", resolve));
  await new Promise((resolve) => next.close(resolve));
});

it("does without when somebody else holds the port", async () => {
  const first = await servePreparingPage(0, ["build"]);
  const second = await servePreparingPage(first.port, ["build"]);
  expect(second.port).toBe(null);
  await second.close();
  await first.close();
});
