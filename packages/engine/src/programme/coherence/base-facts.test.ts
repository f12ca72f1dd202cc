import { describe, expect, it } from "vitest";
import { syntheticBase } from "../base/synthetic-base.fixture.ts";
import { meansBySegment } from "../base-means.ts";
import { lightOrderPath, scarcestRole, webOrders } from "./base-facts.ts";

const orders = (known: Partial<Record<"phone" | "web" | "edi" | "unknown", number>>) => ({
  ordersByChannel: {
    phone: 0,
    mail: 0,
    web: 0,
    field: 0,
    edi: 0,
    counter: 0,
    partner: 0,
    unknown: 0,
    ...known,
  },
});

describe("facts of the planning base", () => {
  it("means of a segment are sums of its customers over their number", () => {
    const base = syntheticBase({ rows: 200, seed: 3 });
    const small = meansBySegment(base).get("small");
    const sales = base.salesCents.reduce((sum, cents, row) => sum + cents * base.weight[row]!, 0);
    const customers = base.weight.reduce((sum, weight) => sum + weight, 0);
    expect(small?.customers).toBe(Math.round(customers));
    expect(small?.salesCents).toBeCloseTo(sales / customers, 6);
    expect(meansBySegment(base).size).toBeLessThanOrEqual(base.segments.length);
  });

  it("orders of unknown channel widen the share of web orders", () => {
    // 2 of 8 known orders are by web; of all 10 it is 2 to 4.
    expect(webOrders(orders({ phone: 6, web: 2, unknown: 2 }))).toEqual({
      value: 0.25,
      low: 0.2,
      high: 0.4,
      note: null,
    });
    expect(webOrders(orders({ unknown: 5 })).value).toBeNull();
  });

  it("data can tell that there is no light way to order, never that there is one", () => {
    expect(lightOrderPath(webOrders(orders({ phone: 5 }))).value).toBe(false);
    expect(lightOrderPath(webOrders(orders({ phone: 5, web: 1 })))).toMatchObject({ value: null });
    expect(lightOrderPath(webOrders(orders({ phone: 5, unknown: 1 }))).value).toBeNull();
  });

  it("the scarcest role is named; fixed roles and those without capacity do not count", () => {
    const role = (code: string, capacityMinutes: number | null, usedMinutes: number, isFixed = false) => ({
      code,
      label: { de: code, en: code },
      capacityMinutes,
      usedMinutes,
      usedSmallMinutes: 0,
      centsPerMinute: 100,
      blockMinutes: 81_000,
      isFixed,
    });
    const roles = [role("a", 100, 80), role("b", 100, 95), role("c", null, 500), role("d", 100, 100, true)];
    expect(scarcestRole(roles)).toEqual({ value: 0.95, note: { de: "b", en: "b" } });
    expect(scarcestRole([]).value).toBeNull();
  });
});
