import { describe, expect, it } from "vitest";
import { daysOf, limitOf, pageSize, usualDays } from "./ending-days.ts";

describe("how far ahead the call list looks", () => {
  it("is a choice of the address, else the usual time", () => {
    expect(daysOf("30")).toBe(30);
    for (const text of [undefined, "", "31", "-30", "soon"]) expect(daysOf(text), text).toBe(usualDays);
  });

  it("is never shorter than a page nor longer than the server gives", () => {
    expect(limitOf("120")).toBe(120);
    expect(limitOf("120.9")).toBe(120);
    for (const text of [undefined, "", "3", "-7", "all"]) expect(limitOf(text), text).toBe(pageSize);
    expect(limitOf("1e9")).toBe(10_000);
  });
});
