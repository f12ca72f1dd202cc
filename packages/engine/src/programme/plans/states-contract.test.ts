import { describe, expect, it } from "vitest";
import { firstPlanState, nextPlanState, planEvents, planStates } from "./states-contract.ts";

describe("the life of a version of a plan", () => {
  it("reaches every state from the first, and leaves every state but by no dead end", () => {
    const reached = new Set([firstPlanState]);
    for (const state of reached)
      for (const event of planEvents) {
        const next = nextPlanState(state, event);
        if (next !== null) reached.add(next);
      }
    expect([...reached].toSorted()).toEqual([...planStates].toSorted());
    for (const state of planStates)
      expect(planEvents.some((event) => nextPlanState(state, event) !== null)).toBe(true);
  });

  it("ends only what holds and takes back only what ended", () => {
    expect(nextPlanState("draft", "end")).toBeNull();
    expect(nextPlanState("active", "activate")).toBeNull();
    expect(nextPlanState("ended", "restore")).toBe("active");
  });
});
