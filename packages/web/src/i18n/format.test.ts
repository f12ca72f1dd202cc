import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatsOf } from "./format.ts";
import { locales } from "./locales.ts";

const swiss = formatsOf("de-CH");
const german = formatsOf("de-DE");
const english = formatsOf("en");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers and money", () => {
  it("groups thousands as the locale does and writes minus as −", () => {
    expect(swiss.count(1_234_567)).toBe("1’234’567");
    expect(german.count(1_234_567)).toBe("1.234.567");
    expect(english.count(-1_234_567)).toBe("−1,234,567");
  });

  it("shows cents below 1,000 and none from there on", () => {
    expect(plain(swiss.money(92_10, "CHF"))).toBe("CHF 92.10");
    expect(plain(swiss.money(999_99, "CHF"))).toBe("CHF 999.99");
    expect(plain(swiss.money(1_234_49, "CHF"))).toBe("CHF 1’234");
    expect(plain(german.money(-1_234_50, "EUR"))).toBe("EUR −1.234");
    expect(plain(swiss.moneyExact(1_234_49, "CHF"))).toBe("CHF 1’234.49");
  });

  it("leaves the currency out where no file named one", () => {
    expect(swiss.money(1_234_00, null)).toBe("1’234");
  });

  it("shortens millions in sentences", () => {
    // 34.7 million francs are 3.47 billion cents.
    expect(plain(swiss.moneyShort(3_470_000_000, "CHF"))).toBe("CHF 34.7 Mio.");
    expect(plain(english.moneyShort(-40_000_000_0, "CHF"))).toBe("CHF −4 m");
  });

  it("gives shares one decimal below 10 % and marks a gain with +", () => {
    expect(plain(swiss.percent(0.384))).toBe("38 %");
    expect(plain(swiss.percent(0.0421))).toBe("4.2 %");
    expect(plain(german.change(0.0421))).toBe("+4,2 %");
    expect(plain(swiss.change(-0.1))).toBe("−10 %");
    expect(plain(swiss.change(0.00001))).toBe("0 %");
    expect(english.percent(0.384)).toBe("38%");
  });

  it("never shows a negative zero, whatever the locale", () => {
    for (const locale of locales) expect(formatsOf(locale).count(-0)).toBe("0");
  });

  it("always keeps the sign of money that is not zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: -1 }), (cents) => {
        expect(swiss.money(cents, "CHF")).toContain("−");
      }),
      { seed: 7 },
    );
  });
});

describe("dates", () => {
  it("are unmistakable in both languages", () => {
    expect(swiss.date("2026-11-03")).toBe("03.11.2026");
    expect(plain(english.date("2026-11-03"))).toBe("3 Nov 2026");
  });

  it("are shown as they are when they cannot be read", () => {
    expect(swiss.date("soon")).toBe("soon");
  });
});
