import { describe, expect, it } from "vitest";
import { exampleMinutes, readEquation, usedDrivers } from "./equation-example.ts";

const read = (text: string) => {
  const parsed = readEquation(text, "order");
  if (!parsed.ok) throw new Error(parsed.message.en);
  return parsed.equation;
};

describe("a worked example of a time equation", () => {
  const hunter = read("5 + 3*lines + 15[newCustomer] + 10[expedited]");

  it("is a middling event unless values are chosen", () => {
    // 5 + 3·4
    expect(exampleMinutes(hunter)).toBe(17);
    // 5 + 3·4 + 15 + 10: the published example
    expect(exampleMinutes(hunter, { newCustomer: 1, expedited: 1 })).toBe(42);
    expect(exampleMinutes(hunter, { lines: 0 })).toBe(5);
  });

  it("asks only for drivers that the equation uses", () => {
    expect(usedDrivers(hunter).map(({ code }) => code)).toEqual(["lines", "newCustomer", "expedited"]);
    expect(usedDrivers(read("2"))).toEqual([]);
  });

  it("says what is wrong while it is being typed", () => {
    expect(readEquation("5 + 3*rows", "order")).toMatchObject({
      ok: false,
      reason: "unknownDriver",
      position: 5,
    });
  });
});
