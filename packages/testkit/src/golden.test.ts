import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectGolden, withoutVolatileParts } from "./golden.ts";

describe("reviewed outputs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kleinod-golden-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = (file: string) => readFileSync(join(folder, file), "utf8");

  it("writes a missing one at the desk", () => {
    expectGolden("report/quiet", { customers: 2, cents: 5n }, { folder, isCi: false });
    expect(read("report/quiet.json")).toBe('{\n  "customers": 2,\n  "cents": "5n"\n}\n');
  });

  it("refuses a missing one in CI, and writes nothing", () => {
    expect(() => expectGolden("missing", "text", { folder, isCi: true })).toThrow(/no reviewed output/);
    expect(existsSync(join(folder, "missing.txt"))).toBe(false);
  });

  it("writes a changed one beside, keeps the reviewed one, and cleans up once they agree again", () => {
    expectGolden("page", "old\n", { folder, isCi: false });
    expect(() => expectGolden("page", "new\n", { folder, isCi: true })).toThrow(
      /page differs from its reviewed output/,
    );
    expect(read("page.txt")).toBe("old\n");
    expect(read("page-changed.txt")).toBe("new\n");
    expectGolden("page", "old\n", { folder, isCi: true });
    expect(existsSync(join(folder, "page-changed.txt"))).toBe(false);
  });

  it("ignores what differs on every run", () => {
    expectGolden("run", `at 2026-01-02T03:04:05.678Z in ${folder} on 127.0.0.1:4400`, {
      folder,
      isCi: false,
    });
    expectGolden("run", `at 2027-11-12T13:14:15Z in ${folder} on 127.0.0.1:51234`, { folder, isCi: true });
  });

  it("keeps dates and amounts, which are facts", () => {
    const facts = "2026-03-31: 1'234.50 for 00000000";
    expect(withoutVolatileParts(facts)).toBe(facts);
    expect(withoutVolatileParts("id 123e4567-e89b-12d3-a456-426614174000")).toBe("id <uuid>");
  });
});
