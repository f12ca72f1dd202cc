import { describe, expect, it } from "vitest";
import { syntheticBase } from "../base/synthetic-base.fixture.ts";
import type { PlanAssignment } from "../contracts/plan-contract.ts";
import { defaultWorld } from "../contracts/world-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { resolvePlan } from "../resolve-plan.ts";
import { type PriceLever, priceLevers } from "./price-lever.ts";
import { replayLevers } from "./replay-levers.ts";
import { replayPrice } from "./replay-price.ts";
import { priceReplaySchema } from "./report-contract.ts";

const thresholdCents = 10_000;
const base = syntheticBase({ rows: 300, seed: 5, thresholds: [{ assignment: 0, thresholdCents }] });

const planOf = (option: string, params: PlanAssignment["params"], segment = "small") =>
  resolvePlan({ assignments: [{ option, segment, from: "2027-01-01", params }] }, leverOptions, base, {
    world: defaultWorld,
  });
const surcharge = planOf("L3a", { thresholdCents, feeCents: 1_500, exemptChannels: [] });
const lever = priceLevers(surcharge.assignments)[0]!;

const responses = (consolidate: number, waive: number, leave: number, move = 0) =>
  new Map([
    ["L3a.consolidateRatio", consolidate],
    ["L3a.waiveRatio", waive],
    ["L3a.leaveRatio", leave],
    ["L3a.moveRatio", move],
  ]);

describe("the replay of a price lever", () => {
  const concerned = base.ordersBelow[0]!.orders.reduce((sum, orders) => sum + orders, 0);

  it("lets everybody pay who does nothing else", () => {
    const { outcome, ordersConcerned, customers } = replayPrice(base, lever, responses(0, 0, 0));
    expect(customers).toBe(300);
    expect(ordersConcerned).toBeCloseTo(concerned, 6);
    expect(outcome).toMatchObject({
      feeCents: Math.round(concerned * 1_500),
      netCents: Math.round(concerned * 1_500),
    });
  });

  it("takes fees that our own people waive off, and nothing else", () => {
    const { outcome } = replayPrice(base, lever, responses(0, 0.4, 0));
    expect(outcome.feeCents).toBe(Math.round(concerned * 0.6 * 1_500));
    expect(outcome.waivedOrders).toBeCloseTo(concerned * 0.4, 6);
  });

  it("accounts for every order concerned exactly once", () => {
    const expected = responses(0.28, 0.1, 0.2);
    const { outcome } = replayPrice(base, lever, expected);
    const gone = base.ordersBelow[0]!.orders.reduce(
      (sum, orders, row) => sum + orders * 0.2 * base.ordersBelow[0]!.concernedRatio[row]!,
      0,
    );
    const { payingOrders, waivedOrders, consolidatedOrders, movedOrders } = outcome;
    expect(payingOrders + waivedOrders + consolidatedOrders + movedOrders + gone).toBeCloseTo(concerned, 6);
  });

  it("moves orders only where an exempt channel exists", () => {
    expect(replayPrice(base, lever, responses(0, 0, 0, 0.5)).outcome.movedOrders).toBe(0);
    const open: PriceLever = {
      ...lever,
      price: { ...lever.price, exemptChannels: ["web"] } as PriceLever["price"],
    };
    const { outcome } = replayPrice(base, open, responses(0, 0, 0, 0.5));
    expect(outcome.movedOrders).toBeCloseTo(concerned / 2, 6);
    expect(outcome.movingCents).toBeGreaterThan(0);
  });

  it("pays a bonus to those who come and to those who were there", () => {
    const plan = planOf("L3d", { model: "bonus", channels: ["web"], centsPerOrder: 300 });
    const [channelPrice] = priceLevers(plan.assignments);
    const expected = new Map([
      ["L3d.moveRatio", 0.1],
      ["L3d.minutesPerOrder", 3],
    ]);
    const { outcome } = replayPrice(base, channelPrice!, expected);
    const web = base.ordersByChannel.web.reduce((sum, orders) => sum + orders, 0);
    const others = base.orders.reduce((sum, orders) => sum + orders, 0) - web;
    expect(outcome.payingOrders).toBeCloseTo(web + others / 10, 6);
    expect(outcome.feeCents).toBe(-Math.round((web + others / 10) * 300));
  });

  it("loses the margin of orders below a minimum that nobody puts together", () => {
    const plan = planOf("L3b", { minimumCents: thresholdCents, exemptChannels: [] });
    const [minimum] = priceLevers(plan.assignments);
    const expected = new Map([
      ["L3b.consolidateRatio", 0.25],
      ["L3b.leaveRatio", 0],
    ]);
    const { outcome } = replayPrice(base, minimum!, expected);
    expect(outcome.lostOrders).toBeCloseTo(0.75 * concerned, 6);
    expect(outcome).toMatchObject({ feeCents: 0, customersLost: 0 });
  });

  it("has nothing to replay without a price lever", () => {
    const remote = leverOptions.find(({ code }) => code === "L4b")!;
    const usual = remote.params.map(({ name, default: value }) => [name, value]);
    const plan = planOf("L4b", Object.fromEntries(usual) as PlanAssignment["params"]);
    expect(replayLevers(base, plan, () => [])).toEqual([]);
  });

  it("tells the expected middle between the corners, in the shape of the report", () => {
    const [found] = replayLevers(base, surcharge, () => [
      {
        channel: "phone",
        fromCents: 5_000,
        toCents: 10_000,
        orders: 40,
        salesCents: 300_000,
        ordersConcerned: 40,
      },
      { channel: "web", fromCents: 0, toCents: 1_000, orders: 10, salesCents: 5_000, ordersConcerned: 0 },
    ]);
    const { outcome, netLowCents, netHighCents, table } = found!;
    expect(netLowCents).toBeLessThanOrEqual(outcome.netCents);
    expect(netHighCents).toBeGreaterThanOrEqual(outcome.netCents);
    expect(table.map(({ feeCents }) => feeCents)).toEqual([outcome.feeCents, 0]);
    expect(priceReplaySchema.shape.levers.element.safeParse(found).error).toBeUndefined();
  });
});
