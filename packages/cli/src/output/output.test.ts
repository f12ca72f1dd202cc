import { describe, expect, it } from "vitest";
import { formatMoney, formatPercent, languageFrom } from "./language.ts";
import { ProgressLine, progressText } from "./progress-line.ts";
import { tableText } from "./table.ts";

const state = { step: "read", done: 120_000, total: 1_000_000, rowsPerSecond: 400_000, secondsLeft: 3 };

function recorded(isTTY: boolean) {
  const written: string[] = [];
  const line = new ProgressLine({ isTTY, write: (text: string) => written.push(text) }, "en");
  return { line, written };
}

describe("progress", () => {
  it("says how far, how fast and how long still", () => {
    expect(progressText(state, "en")).toBe("read: 120,000 of 1,000,000, 400,000 rows/s, 3 s left");
    expect(progressText({ ...state, secondsLeft: 150 }, "de")).toMatch(
      /^read: 120.000 von .* Zeilen\/s, 3 min übrig$/,
    );
    expect(
      progressText({ ...state, done: 0, total: null, rowsPerSecond: null, secondsLeft: null }, "en"),
    ).toBe("read");
  });

  it("writes over one line in a terminal and makes room for other output", () => {
    const { line, written } = recorded(true);
    line.update(state);
    line.update({ ...state, done: 240_000 });
    line.clear();
    expect(written.every((text) => text.startsWith("\r"))).toBe(true);
    expect(written.join("")).not.toContain("\n");
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("writes a line per step into a file, not one per report", () => {
    const { line, written } = recorded(false);
    for (let done = 0; done < 50; done++) line.update({ ...state, done });
    line.update({ ...state, step: "store" });
    expect(written.map((text) => text.split(":")[0])).toEqual(["read", "store"]);
  });
});

describe("language", () => {
  it("is what the option says, else what the terminal speaks", () => {
    expect(languageFrom("de", { LANG: "en_US.UTF-8" })).toBe("de");
    expect(languageFrom(undefined, { LANG: "de_CH.UTF-8" })).toBe("de");
    expect(languageFrom(undefined, { LC_ALL: "de_AT", LANG: "en_US" })).toBe("de");
    expect(languageFrom(undefined, {})).toBe("en");
  });

  it("says unclear instead of zero", () => {
    expect(formatMoney(null, "CHF", "de")).toBe("unklar");
    expect(formatMoney(123_456, "CHF", "en")).toBe("CHF 1,235");
    expect(formatPercent(null, "en")).toBe("unclear");
  });
});

describe("tables", () => {
  it("aligns, cuts long texts, and lets no control character of foreign data through", () => {
    const text = tableText(
      [
        { title: "Name", value: (row: { name: string; amount: string }) => row.name },
        { title: "Amount", value: (row) => row.amount, align: "right" },
      ],
      [
        { name: "A\u001b[31m\nB", amount: "5" },
        { name: "x".repeat(80), amount: "1,000" },
      ],
    );
    expect(text.split("\n")).toHaveLength(3);
    expect(text).not.toContain("\u001b");
    expect(text.split("\n")[2]).toBe(`${"x".repeat(47)}…   1,000`);
  });
});
