import { describe, expect, it } from "vitest";
import {
  countText,
  exactMoneyText,
  moneyRangeText,
  moneyText,
  numberText,
  percentRangeText,
  percentText,
  roundMoneyText,
  signedText,
} from "./figure-text.ts";

describe("figures in sentences", () => {
  it.each([
    [countText(20_604), "20’604", "20,604"],
    [countText(-1_234_567.4), "−1’234’567", "−1,234,567"],
    [countText(999), "999", "999"],
    [countText(-0.4), "0", "0"],
    [numberText(1_234_567.5, 2), "1’234’567.5", "1,234,567.5"],
    [numberText(0.25, 2), "0.25", "0.25"],
    [numberText(3, 1, 1), "3.0", "3.0"],
    [numberText(-0.004, 2, 2), "0.00", "0.00"],
    [percentText(0.12), "12 %", "12%"],
    [percentText(0.042), "4.2 %", "4.2%"],
    // 9.96 % rounds to ten, and ten has no decimals.
    [percentText(0.0996), "10 %", "10%"],
    [percentText(-0.5), "−50 %", "−50%"],
    [percentText(0.155, 1), "15.5 %", "15.5%"],
    [percentRangeText(0.004, 0.121), "0 bis 12 %", "0 to 12%"],
    [percentRangeText(0.041, 0.039), "4 %", "4%"],
    [moneyText(-123_456_78, null), "−123’457", "−123,457"],
    [moneyText(-7_400_000, "CHF"), "CHF −74’000", "CHF −74,000"],
    [exactMoneyText(-123_456, "CHF"), "CHF −1’234.56", "CHF −1,234.56"],
    [exactMoneyText(5, null), "0.05", "0.05"],
    [roundMoneyText(-120_000_000, "CHF"), "CHF −1.2 Mio.", "CHF −1.2 million"],
    [roundMoneyText(1_234_567_00, null), "1.23 Mio.", "1.23 million"],
    [roundMoneyText(123_456_00, "CHF"), "CHF 123’000", "CHF 123,000"],
    // 999,700 has three leading digits 1,000,000.
    [roundMoneyText(999_700_00, "CHF"), "CHF 1 Mio.", "CHF 1 million"],
    [roundMoneyText(1_234_567_890_00, null), "1’230 Mio.", "1,230 million"],
    [moneyRangeText(-123_400, 987_600, "CHF"), "CHF −1’200 bis CHF 9’900", "CHF −1,200 to CHF 9,900"],
    [moneyRangeText(100_10, 100_40, "CHF"), "CHF 100", "CHF 100"],
    [signedText(500, moneyText(500, "CHF")), "+CHF 5", "+CHF 5"],
    [signedText(-500, moneyText(-500, "CHF")), "CHF −5", "CHF −5"],
  ])("%j", (text, de, en) => {
    expect(text).toEqual({ de, en });
  });
});
