import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../units.ts";
import { adjustedRand, type Cell } from "./adjusted-rand.ts";
import { type AdmissionLimits, admissionOf } from "./admission.ts";
import { backTestOf } from "./back-test.ts";
import { firstSegmentState, nextSegmentState, segmentEvents, segmentStates } from "./states-contract.ts";

function cellsOf(a: readonly number[], b: readonly number[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [index, label] of a.entries()) {
    const cell = { earlier: String(label), later: String(b[index]) };
    const key = `${cell.earlier} ${cell.later}`;
    cells.set(key, { ...cell, customers: (cells.get(key)?.customers ?? 0) + 1 });
  }
  return [...cells.values()];
}

describe("adjusted Rand index", () => {
  it("is the published value (methods.md §9)", () => {
    expect(adjustedRand(cellsOf([0, 0, 1, 2], [0, 0, 1, 1]))).toBeCloseTo(0.57142857, 8);
    expect(adjustedRand(cellsOf([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]))).toBeCloseTo(0.24242424, 8);
  });

  it("is 1 where both say the same, also when there is one class only, and null where nothing can be compared", () => {
    expect(adjustedRand(cellsOf([0, 0, 1, 1], [7, 7, 3, 3]))).toBe(1);
    expect(adjustedRand(cellsOf([0, 0, 0], [1, 1, 1]))).toBe(1);
    expect(adjustedRand(cellsOf([0, 1, 2], [0, 1, 2]))).toBe(1);
    // Everybody together against everybody apart is as unlike as can be: no more than chance.
    expect(adjustedRand(cellsOf([0, 0, 0], [0, 1, 2]))).toBe(0);
    expect(adjustedRand(cellsOf([0], [0]))).toBeNull();
    expect(adjustedRand([])).toBeNull();
  });

  it("counts pairs as a plain loop does", () => {
    const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(labels, (rows) => {
        let [both, first, second, all] = [0, 0, 0, 0];
        for (let i = 0; i < rows.length; i++) {
          for (let j = i + 1; j < rows.length; j++) {
            const a = rows[i]![0] === rows[j]![0];
            const b = rows[i]![1] === rows[j]![1];
            all++;
            if (a) first++;
            if (b) second++;
            if (a && b) both++;
          }
        }
        const expected = (first * second) / all;
        const maximum = (first + second) / 2;
        const plain = maximum === expected ? 1 : (both - expected) / (maximum - expected);
        const found = adjustedRand(
          cellsOf(
            rows.map(([a]) => a),
            rows.map(([, b]) => b),
          ),
        );
        expect(found).toBeCloseTo(plain, 10);
      }),
    );
  });
});

const days = { earlier: "2024-12-31" as PlainDate, later: "2025-12-31" as PlainDate };
const limits: AdmissionLimits = {
  mostMovedRatio: 0.15,
  leastAssignableRatio: 0.9,
  leastCustomers: 30,
  leastSalesCents: 1_000_000,
};
const cells = (stayed: number, left: number, came: number, out: number): Cell[] => [
  { earlier: "a", later: "a", customers: stayed },
  { earlier: "a", later: "*rest", customers: left },
  { earlier: "*rest", later: "a", customers: came },
  { earlier: "*rest", later: "*rest", customers: out },
];
const good = {
  action: "Sammelrechnung und fester Ansprechpartner",
  figures: { customers: 100, salesCents: 5_000_000 },
  assignableRatio: 0.95,
  backTest: backTestOf(cells(100, 5, 5, 890), "a", days),
};

describe("AT1.5: a segment that moves customers about is not admitted", () => {
  it("counts who moved among all who were there on both days", () => {
    // 80 + 75 of 1000 moved.
    const found = backTestOf(cells(120, 80, 75, 725), "a", days);
    expect(found).toMatchObject({
      customers: 1000,
      moved: 155,
      movedIn: 75,
      movedOut: 80,
      movedRatio: 0.155,
    });
    expect(found.keptRatio).toBe(0.6);
    const admission = admissionOf({ ...good, backTest: found }, [], limits);
    expect(admission.admitted).toBe(false);
    expect(admission.findings[0]).toMatchObject({
      check: "stable",
      passed: false,
      message: {
        de: expect.stringContaining("Nicht robust: 15.5 %"),
        en: expect.stringContaining("Not robust"),
      },
    });
  });

  it("admits at exactly 15 %", () => {
    const backTest = backTestOf(cells(100, 75, 75, 750), "a", days);
    expect(backTest.movedRatio).toBe(0.15);
    expect(admissionOf({ ...good, backTest }, [], limits).admitted).toBe(true);
  });

  it("counts customers who became unknown as moved", () => {
    const found = backTestOf(
      [{ earlier: "a", later: "*unknown", customers: 3 }, ...cells(97, 0, 0, 0)],
      "a",
      days,
    );
    expect(found.movedRatio).toBe(0.03);
  });

  it("does not pass what was never tested or cannot be", () => {
    for (const backTest of [null, backTestOf([], "a", days)]) {
      const admission = admissionOf({ ...good, backTest }, [], limits);
      expect(admission.admitted).toBe(false);
      expect(admission.findings[0]!.passed).toBeNull();
    }
  });

  it("warns of a small segment whose members changed, although few customers moved", () => {
    // 30 of 40 members left, 30 came: 60 of 1000 moved.
    const backTest = backTestOf(cells(10, 30, 30, 930), "a", days);
    const admission = admissionOf({ ...good, backTest }, [], limits);
    expect(admission.admitted).toBe(true);
    expect(admission.warnings[0]!.en).toContain("Only 25%");
  });
});

describe("the other questions of the admission test", () => {
  const failed = (admission: ReturnType<typeof admissionOf>) =>
    admission.findings.filter(({ passed }) => passed !== true).map(({ check }) => check);

  it("admits a segment that passes all four", () => {
    expect(admissionOf(good, [{ name: "Basis", action: "Katalog" }], limits).admitted).toBe(true);
  });

  it("refuses unassignable, undecided and small ones", () => {
    expect(failed(admissionOf({ ...good, assignableRatio: 0.89 }, [], limits))).toEqual(["assignable"]);
    expect(failed(admissionOf({ ...good, action: " " }, [], limits))).toEqual(["differentAction"]);
    const few = { customers: 29, salesCents: 5_000_000 };
    expect(failed(admissionOf({ ...good, figures: few }, [], limits))).toEqual(["economicSize"]);
    const poor = { customers: 100, salesCents: 999_999 };
    expect(failed(admissionOf({ ...good, figures: poor }, [], limits))).toEqual(["economicSize"]);
  });

  it("takes the same words in other capitals for the same action", () => {
    const other = { name: "Handwerk", action: "sammelrechnung, und fester  Ansprechpartner." };
    expect(failed(admissionOf(good, [other], limits))).toEqual(["differentAction"]);
  });
});

describe("states of a segment", () => {
  it("are all reachable from a draft, and every event leads somewhere", () => {
    const reached = new Set([firstSegmentState]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const state of [...reached]) {
        for (const event of segmentEvents) {
          const next = nextSegmentState(state, event);
          if (next !== null) reached.add(next);
        }
      }
    }
    expect([...reached].sort()).toEqual([...segmentStates].sort());
    for (const event of segmentEvents) {
      expect(segmentStates.some((state) => nextSegmentState(state, event) !== null)).toBe(true);
    }
  });

  it("have no dead end: what was retired can come back", () => {
    for (const state of segmentStates) {
      expect(segmentEvents.some((event) => nextSegmentState(state, event) !== null)).toBe(true);
    }
    expect(nextSegmentState("draft", "restore")).toBeNull();
  });
});
