import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drivers } from "./drivers-contract.ts";
import { milliminutesOf, parseTimeEquation } from "./time-equation.ts";

const minutes = (text: string, values: Record<string, number>) => {
  const parsed = parseTimeEquation(text, "order");
  if (!parsed.ok) throw new Error(parsed.message.en);
  return milliminutesOf(parsed.equation, values) / 1000;
};

describe("time equations", () => {
  it("4 lines, new and expedited are 5 + 3·4 + 15 + 10 = 42 minutes", () => {
    const text = "5 + 3*lines + 15[newCustomer] + 10[expedited]";
    expect(minutes(text, { lines: 4, newCustomer: 1, expedited: 1 })).toBe(42);
    expect(minutes(text, { lines: 4 })).toBe(17);
    // Without a count of lines one is assumed: 5 + 3.
    expect(minutes(text, {})).toBe(8);
  });

  it("are read as people write them", () => {
    expect(minutes("5 + 3·lines + 15[new customer]", { lines: 2, newCustomer: 1 })).toBe(26);
    expect(minutes("0,5 × lines+lines*2", { lines: 2 })).toBe(5);
    expect(minutes("lines + lines + 0.001", { lines: 3 })).toBe(6.001);
  });

  it.each([
    ["5 + 3*rows", "unknownDriver", 5, "rows", "lines"],
    ["5 + 3*transfers", "unknownDriver", 5, "transfers", "lines"],
    ["5 + 3*", "syntax", 5, "3*", "5 + 3*lines"],
    ["5 + ", "syntax", 5, "missing part", "5 + 3*lines"],
    ["", "syntax", 1, "missing part", "5 + 3*lines"],
    ["5 - 3*lines", "negative", 1, "5 - 3*lines", "+"],
    ["-5", "negative", 1, "-5", "+"],
    ["5 + (3*lines)", "syntax", 5, "(3*lines)", "5 + 3*lines"],
    ["5 + 3[lines]", "syntax", 5, "lines", "newCustomer"],
    ["0.0001", "syntax", 1, "0.0001", "three decimals"],
  ])("%s is refused: %s at %i", (text, reason, position, value, allowed) => {
    const parsed = parseTimeEquation(text, "order");
    if (parsed.ok) throw new Error("not refused");
    expect(parsed).toMatchObject({ reason, position });
    expect(parsed.message.en).toContain(value);
    expect(parsed.message.en).toContain(allowed);
  });

  it("never go below zero, and grow with every driver", () => {
    const driver = fc.constantFrom(...drivers.filter(({ events }) => events.includes("delivery")));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50_000), driver), { minLength: 1, maxLength: 5 }),
        fc.double({ min: -5, max: 1000, noNaN: true }),
        (terms, value) => {
          const text = terms.map(([milli, { code }]) => `${milli / 1000}*${code}`).join(" + ");
          const parsed = parseTimeEquation(text, "delivery");
          if (!parsed.ok) throw new Error(parsed.message.en);
          const values = Object.fromEntries(terms.map(([, { code }]) => [code, value]));
          const more = Object.fromEntries(terms.map(([, { code }]) => [code, value + 1]));
          const result = milliminutesOf(parsed.equation, values);
          expect(result).toBeGreaterThanOrEqual(0);
          expect(milliminutesOf(parsed.equation, more)).toBeGreaterThanOrEqual(result);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
