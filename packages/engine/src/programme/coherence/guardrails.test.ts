import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { planCheckSchema } from "../contracts/finding-contract.ts";
import { planSchema } from "../contracts/plan-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { overrulingReviewSchema } from "./overruling-contract.ts";

/** Every name of a field in a schema or a value, however deep. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

it("AT6.5 no single score: nothing that is shown of a plan's coherence sums it up in one figure", () => {
  const names = [planCheckSchema, overrulingReviewSchema].flatMap((schema) =>
    namesIn(z.toJSONSchema(schema)),
  );
  expect(names).toContain("findings");
  const summaries = /score|rating|grade|index|points|overall|coherence(Ratio|Level)|trafficLight/i;
  expect(names.filter((name) => summaries.test(name))).toEqual([]);
});

/**
 * AT9.4: a price can reach customers through the price list alone. A plan assigns options to segments, which are rules over
 * columns that never name a customer; its decisions are the declared ones of an option, single numbers for the whole segment;
 * and no effect of an option carries a customer. So there is no place in which a price for one customer could be written.
 */
describe("AT9.4 no personal prices", () => {
  const aCustomer = /customer(Id|Key|Number|Code|Name)|account(Id|Key|Number)|contactKey|personId/i;

  it("a plan has no place for a customer", () => {
    expect(namesIn(z.toJSONSchema(planSchema)).filter((name) => aCustomer.test(name))).toEqual([]);
    const { properties } = z.toJSONSchema(planSchema) as { properties: Record<string, unknown> };
    expect(Object.keys(properties).sort()).toEqual(["assignments", "assumptions", "name", "snapshot"]);
  });

  it("decisions about money are single numbers of the price list, and none names a customer", () => {
    for (const { params } of leverOptions) {
      for (const { name, unit, default: usual } of params) {
        expect(name).not.toMatch(aCustomer);
        if (unit === "cents") expect(typeof usual).toBe("number");
      }
    }
  });

  it("no effect carries a customer", () => {
    for (const option of leverOptions) {
      const usual = Object.fromEntries(option.params.map((param) => [param.name, param.default]));
      expect(namesIn(option.effects(usual)).filter((name) => aCustomer.test(name))).toEqual([]);
    }
    // The kinds that no option uses with its usual decisions are read from the contract itself.
    const contract = readFileSync(new URL("../contracts/effect-contract.ts", import.meta.url), "utf8");
    const fields = [...contract.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => String(name));
    expect(fields).toContain("feeCents");
    expect(fields.filter((name) => aCustomer.test(name))).toEqual([]);
  });
});
