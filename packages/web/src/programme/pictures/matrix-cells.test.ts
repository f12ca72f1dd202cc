import type { CoherenceRule, RuleCondition } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { describe, expect, it } from "vitest";
import { matrixCells } from "./matrix-cells.ts";

const text = { de: "", en: "" };
const finding = (part: Partial<CoherenceFinding>): CoherenceFinding => ({
  rule: "CR02",
  ruleVersion: 1,
  kind: "requires",
  severity: "block",
  segment: "small",
  sentence: text,
  because: text,
  cure: null,
  options: ["L3a", "L5a"],
  figures: [],
  source: text,
  overruling: null,
  ...part,
});

const rule = (code: string, kind: CoherenceRule["kind"], condition: RuleCondition): CoherenceRule => ({
  code,
  version: 1,
  kind,
  severity: "warn",
  condition,
  numbers: {},
  sentence: text,
  cure: null,
  source: "",
});

describe("Cells of the lever matrix", () => {
  it("tell rules that speak of the plan from those that say nothing", () => {
    const cells = matrixCells(
      [finding({})],
      [
        rule("CR02", "requires", {
          all: [{ has: { options: ["L3a", "L3b"] } }, { not: { has: { options: ["L5a"] } } }],
        }),
        rule("CR03", "order", {
          missingBefore: { each: { options: ["L3a"] }, needs: [{ options: ["L5a"] }], days: 60 },
        }),
        rule("CR08", "requires", {
          all: [{ has: { options: ["L7a"] } }, { not: { has: { options: ["L7c"] } } }],
        }),
      ],
    );
    expect(cells).toEqual([
      {
        pair: ["L3", "L5"],
        speaking: [{ kind: "requires", isUnclear: false }],
        silent: ["order"],
        rules: { speaking: ["CR02"], silent: ["CR03"] },
      },
      { pair: ["L7", "L7"], speaking: [], silent: ["requires"], rules: { speaking: [], silent: ["CR08"] } },
    ]);
  });

  it("are unclear only while nothing of the kind is clear", () => {
    const unclear = finding({ severity: "unclear" });
    expect(matrixCells([unclear], [])[0]?.speaking).toEqual([{ kind: "requires", isUnclear: true }]);
    expect(matrixCells([unclear, finding({ segment: "joiners" })], [])[0]?.speaking).toEqual([
      { kind: "requires", isUnclear: false },
    ]);
  });
});
