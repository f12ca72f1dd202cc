import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installReason } from "./install.mjs";
import { nodeTooOld } from "./repository.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kleinod-install-"));
  mkdirSync(join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const wanted = {
  "": { version: "0.1.0" },
  "packages/engine": { version: "0.1.0" },
  "node_modules/@kleinod/engine": { link: true },
  "node_modules/zod": { version: "4.0.0" },
  "node_modules/only-on-windows": { version: "1.0.0", optional: true },
};
const lock = (file, packages) => writeFileSync(join(folder, file), JSON.stringify({ packages }));

it("installs into a fresh clone, and after an interrupted install", () => {
  lock("package-lock.json", wanted);
  expect(installReason(folder)).toMatch(/not installed yet/);
});

it("installs what is missing or in another version, and else nothing", () => {
  lock("package-lock.json", wanted);
  const { "node_modules/only-on-windows": _, "": __, ...installed } = wanted;
  lock("node_modules/.package-lock.json", installed);
  expect(installReason(folder)).toBe(null);
  lock("node_modules/.package-lock.json", { ...installed, "node_modules/zod": { version: "3.9.0" } });
  expect(installReason(folder)).toBe("node_modules/zod is 3.9.0, package-lock.json says 4.0.0");
  lock("node_modules/.package-lock.json", { "node_modules/@kleinod/engine": { link: true } });
  expect(installReason(folder)).toBe("node_modules/zod is missing");
});

it("knows which Node is too old", () => {
  expect(nodeTooOld("20.18.3")).toMatch(/needs Node.js 20.19 or newer; this is 20.18.3/);
  expect(["20.19.0", "22.0.0", "24.1.0"].map(nodeTooOld)).toEqual([null, null, null]);
});
