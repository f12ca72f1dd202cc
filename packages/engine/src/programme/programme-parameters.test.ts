import { describe, expect, it } from "vitest";
import { parameterSpecs } from "./parameters.ts";

const specOf = (code: string) => {
  const spec = parameterSpecs.find((one) => one.code === code);
  if (spec === undefined) throw new Error(`${code} is no parameter`);
  return spec;
};
const first = (code: string, value: unknown) => {
  const parsed = specOf(code).schema.safeParse(value);
  return parsed.success ? null : parsed.error.issues[0];
};
const source = "expert";

describe("parameters of the programme", () => {
  it("stand behind all others, each code once, and measure nothing anew", () => {
    const codes = parameterSpecs.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.indexOf("programme.world")).toBeGreaterThan(codes.indexOf("size.lineCents"));
    for (const { code, affects } of parameterSpecs)
      if (code.startsWith("programme.")) expect(affects).toEqual([]);
  });

  it("take their own defaults", () => {
    for (const { schema, default: value } of parameterSpecs)
      expect(schema.safeParse(value).success).toBe(true);
  });

  it("refuse a world whose middle lies outside of its ends", () => {
    const world = specOf("programme.world").default as object;
    const acquisitionCents = { low: 30_000, mid: 20_000, high: 40_000 };
    expect(first("programme.world", { ...world, acquisitionCents })).toMatchObject({
      path: ["acquisitionCents"],
      params: { de: expect.stringContaining("low ≤ mid ≤ high") },
    });
  });

  it("refuse expectations that nobody knows or that lie outside of their range", () => {
    const fits = { "L5a.adoptionRatio": { low: 0.2, mid: 0.3, high: 0.4, source } };
    expect(first("programme.assumptions", fits)).toBeNull();
    expect(
      first("programme.assumptions", { "L5a.happy": { low: 0, mid: 0, high: 0, source } }),
    ).toMatchObject({
      path: ["L5a.happy"],
      params: { en: "there is no such assumption" },
    });
    expect(
      first("programme.assumptions", { "L5a.adoptionRatio": { low: 0.2, mid: 0.3, high: 1.4, source } }),
    ).toMatchObject({ params: { en: "low to high is 0.2 to 1.4; allowed is 0 to 1" } });
  });
});
