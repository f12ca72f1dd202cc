import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { describe, expect, it } from "vitest";
import {
  type DraftStep,
  draftAfter,
  draftOf,
  isSamePlan,
  withAssignment,
  withAssumptions,
  withoutAssignment,
} from "./plan-draft.ts";

const empty: LeverPlan = { name: "Plan", snapshot: "latest", assignments: [] };
const shop = { option: "L5a", segment: "small", from: "2027-01-01", params: {} };
const fee = { option: "L3a", segment: "small", from: "2027-04-01", params: { feeCents: 1500, on: true } };
const withShop = withAssignment(empty, null, shop);
const withBoth = withAssignment(withShop, null, fee);

const play = (...steps: readonly DraftStep[]) => steps.reduce(draftAfter, draftOf(empty));

describe("A draft of a plan", () => {
  it("takes back step by step and makes them again", () => {
    const made = [
      { kind: "put", plan: withShop },
      { kind: "put", plan: withBoth },
    ] as const;
    expect(play(...made, { kind: "undo" }).present).toEqual(withShop);
    expect(play(...made, { kind: "undo" }, { kind: "undo" }).present).toEqual(empty);
    expect(play(...made, { kind: "undo" }, { kind: "redo" }).present).toEqual(withBoth);
  });

  it("forgets what was taken back once something else is done", () => {
    const draft = play({ kind: "put", plan: withShop }, { kind: "undo" }, { kind: "put", plan: withBoth });
    expect(draftAfter(draft, { kind: "redo" }).present).toEqual(withBoth);
  });

  it("has nothing to take back before the first step, and none for a step that changes nothing", () => {
    expect(play({ kind: "undo" }).present).toEqual(empty);
    expect(play({ kind: "put", plan: { ...empty } }).past).toEqual([]);
  });

  it("counts a plan as the same whatever the order of its names", () => {
    const turned = { ...fee, params: { on: true, feeCents: 1500 } };
    expect(isSamePlan(withAssignment(empty, null, fee), withAssignment(empty, null, turned))).toBe(true);
    expect(isSamePlan(withShop, withBoth)).toBe(false);
  });
});

describe("A change of a plan", () => {
  it("puts an option at its place and takes it out", () => {
    const later = { ...shop, from: "2027-02-01" };
    expect(withAssignment(withBoth, 0, later).assignments).toEqual([later, fee]);
    expect(withoutAssignment(withBoth, 0).assignments).toEqual([fee]);
  });

  it("keeps own expectations, and none at all once the last is given back", () => {
    const own = { low: 0.2, mid: 0.3, high: 0.4, source: "expert" } as const;
    const expecting = withAssumptions(empty, { "L5a.adoptionRatio": own });
    expect(expecting.assumptions).toEqual({ "L5a.adoptionRatio": own });
    expect(withAssumptions(expecting, { "L5a.adoptionRatio": null })).toEqual(empty);
  });
});
