import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingRatio } from "./erlang-b.ts";
import { averageWait, serviceLevel, waitingRatio } from "./erlang-c.ts";
import { positionsNeeded } from "./positions-needed.ts";

describe("Erlang B and C", () => {
  it("gives the published blocking", () => {
    expect(blockingRatio(1, 1)).toBeCloseTo(0.5, 8);
    expect(blockingRatio(10, 10)).toBeCloseTo(0.21458234, 8);
    // methods.md writes B(A, N): five erlangs on ten servers.
    expect(blockingRatio(10, 5)).toBeCloseTo(0.01838457, 8);
  });

  it("gives the published chance of waiting", () => {
    // Two erlangs on three people: 4/9.
    expect(waitingRatio(3, 2)).toBeCloseTo(4 / 9, 8);
    expect(waitingRatio(14, 10)).toBeCloseTo(0.17413193, 8);
  });

  it("gives the published service level and speed of answer: 10 erlangs, 14 people, 180 s, within 20 s", () => {
    const queue = { positions: 14, erlangs: 10, handlingTime: 180 };
    expect(serviceLevel(queue, 20)).toBeCloseTo(0.88835002, 8);
    expect(averageWait(queue)).toBeCloseTo(7.836, 3);
  });

  it("lets everybody wait once the work fills the people, and nobody without work", () => {
    expect(waitingRatio(10, 10)).toBe(1);
    expect(waitingRatio(10, 30)).toBe(1);
    expect(waitingRatio(0, 0)).toBe(0);
    expect(averageWait({ positions: 3, erlangs: 3, handlingTime: 60 })).toBe(Number.POSITIVE_INFINITY);
    expect(serviceLevel({ positions: 3, erlangs: 4, handlingTime: 60 }, 20)).toBe(0);
  });

  it("falls with people and rises with work, also between whole positions", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 59, noNaN: true }),
        (people, work) => {
          const chance = waitingRatio(people, work);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(waitingRatio(people + 0.5, work)).toBeLessThanOrEqual(chance + 1e-12);
          expect(waitingRatio(people, work + 0.5)).toBeGreaterThanOrEqual(chance - 1e-12);
        },
      ),
    );
  });

  it("does not overflow with thousands of people", () => {
    expect(waitingRatio(5_000, 4_900)).toBeGreaterThan(0);
    expect(waitingRatio(5_000, 4_900)).toBeLessThan(0.5);
  });

  it("refuses a part of a server and negative work", () => {
    expect(() => blockingRatio(1.5, 1)).toThrow(/servers is 1.5; expected a whole number ≥ 0/);
    expect(() => waitingRatio(2, -1)).toThrow(/erlangs is -1/);
    expect(() => waitingRatio(Number.NaN, 1)).toThrow(/positions/);
  });
});

describe("positions for a service level", () => {
  // 100 calls in 30 minutes of 3 minutes each = 10 erlangs; 80 % within 0.33 minutes; a third of paid time is elsewhere.
  const promise = {
    calls: 100,
    interval: 30,
    handlingTime: 3,
    levelRatio: 0.8,
    within: 0.33,
    mostOccupancyRatio: 0.85,
    shrinkageRatio: 0.3,
  };

  it("needs 14 people and 20 positions at most 85 % occupied", () => {
    const needed = positionsNeeded(promise);
    expect(needed).toMatchObject({ atWork: 14, positions: 20 });
    expect(needed.serviceLevelRatio).toBeCloseTo(0.88785269, 8);
    expect(needed.occupancyRatio).toBeCloseTo(0.71428571, 8);
    expect(needed.waitingRatio).toBeCloseTo(0.17413193, 8);
  });

  it("needs 15 people and 22 positions at most 70 % occupied", () => {
    const needed = positionsNeeded({ ...promise, mostOccupancyRatio: 0.7 });
    expect(needed).toMatchObject({ atWork: 15, positions: 22 });
    expect(needed.serviceLevelRatio).toBeCloseTo(0.941, 3);
    expect(needed.occupancyRatio).toBeCloseTo(0.667, 3);
    expect(needed.waitingRatio).toBeCloseTo(0.102, 3);
  });

  it("needs nobody without calls, and refuses what can never be kept", () => {
    expect(positionsNeeded({ ...promise, calls: 0 })).toMatchObject({
      atWork: 0,
      positions: 0,
      serviceLevelRatio: 1,
    });
    expect(() => positionsNeeded({ ...promise, levelRatio: 1 })).toThrow(
      /levelRatio is 1; expected 0 ≤ ratio < 1/,
    );
    expect(() => positionsNeeded({ ...promise, shrinkageRatio: 1 })).toThrow(/shrinkageRatio/);
  });
});
