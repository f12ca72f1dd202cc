import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EffectNumber, LeverEffect } from "./contracts/effect-contract.ts";
import { type LeverOption, levers, type OptionParams } from "./contracts/option-contract.ts";
import { defaultWorld } from "./contracts/world-contract.ts";
import { leverOption, leverOptions } from "./lever-options.ts";
import { checkParam } from "./plans/check-param.ts";

/** Every option of domain.md §2.1. */
const known = {
  L1: "abcde",
  L2: "abcde",
  L3: "abcdefg",
  L4: "abcde",
  L5: "abcde",
  L6: "abcde",
  L7: "abcd",
  L8: "abcde",
};

const forbidden = (
  JSON.parse(
    readFileSync(new URL("../../../../scripts/checks/forbidden-words.json", import.meta.url), "utf8"),
  ) as { pattern: string }[]
).map(({ pattern }) => new RegExp(pattern, "i"));

/** The default, both ends of every range and every choice, one at a time. */
function variants({ params }: LeverOption): OptionParams[] {
  const usual = Object.fromEntries(params.map((param) => [param.name, param.default]));
  const others = params.flatMap((param) => {
    const values =
      param.unit === "boolean"
        ? [true, false]
        : param.unit === "choice"
          ? (param.values ?? []).map(({ code }) => code)
          : param.unit === "choices"
            ? [[], (param.values ?? []).map(({ code }) => code)]
            : typeof param.default === "number"
              ? [param.min ?? 0, param.max ?? 0]
              : [param.default];
    return values.map((value) => ({ ...usual, [param.name]: value }));
  });
  return [usual, ...others];
}

const drawnKeys = (effect: LeverEffect): string[] =>
  Object.values(effect as unknown as Record<string, EffectNumber>).flatMap((value) =>
    typeof value === "object" && "assumption" in value ? [value.assumption] : [],
  );

function textsOf(option: LeverOption): { de: string; en: string }[] {
  const { name, description, customerView, evidence, params, assumptions } = option;
  const labels = [...params, ...assumptions].map(({ label }) => label);
  const values = params.flatMap((param) => (param.values ?? []).map(({ label }) => label));
  return [name, description, customerView, evidence.text, ...labels, ...values];
}

describe("the options of the levers", () => {
  it("are those of the dossier, each once and in its order", () => {
    const codes = levers.flatMap((lever) => [...known[lever]].map((letter) => `${lever}${letter}`));
    expect(leverOptions.map(({ code }) => code)).toEqual(codes);
    expect(leverOption("L9z")).toBeUndefined();
  });

  describe.each(leverOptions.map((option) => [option.code, option] as const))("%s", (code, option) => {
    it("belongs to its lever and says what it is in both languages", () => {
      expect(code.startsWith(option.lever)).toBe(true);
      for (const { de, en } of textsOf(option)) {
        expect(de.trim()).not.toBe("");
        expect(en.trim()).not.toBe("");
        expect(de).not.toContain("ß");
        for (const pattern of forbidden) expect(`${de} ${en}`).not.toMatch(pattern);
      }
    });

    it("has evidence with a grade", () => {
      expect(["A", "B", "C", "D", "I"]).toContain(option.evidence.grade);
      expect(option.evidence.text.en.length).toBeGreaterThan(20);
      expect(option.measures.length).toBeGreaterThan(0);
    });

    it("has usual decisions that it allows itself, each named once", () => {
      expect(new Set(option.params.map(({ name }) => name)).size).toBe(option.params.length);
      for (const param of option.params) expect(checkParam(param, param.default, param.name)).toEqual([]);
    });

    it("expects within what it allows, low to high", () => {
      for (const { key, value, min, max, grade } of option.assumptions) {
        expect(key.startsWith(`${code}.`)).toBe(true);
        expect([min, value.low, value.mid, value.high, max]).toEqual(
          [min, value.low, value.mid, value.high, max].toSorted((a, b) => a - b),
        );
        expect(["A", "B", "C", "D", "I"]).toContain(grade);
      }
    });

    it("draws only what it expects itself or the company assumes, and uses all it expects", () => {
      const own = option.assumptions.map(({ key }) => key);
      const allowed = [...own, ...Object.keys(defaultWorld).map((name) => `world.${name}`)];
      const used = new Set(variants(option).flatMap((params) => option.effects(params).flatMap(drawnKeys)));
      for (const key of used) expect(allowed).toContain(key);
      for (const key of own) expect([...used]).toContain(key);
    });

    it("has finite effects and a side for whatever is decided", () => {
      for (const params of variants(option)) {
        expect(["give", "take", "neutral"]).toContain(option.giveTake(params));
        for (const effect of option.effects(params)) {
          for (const value of Object.values(effect))
            if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        }
      }
    });
  });

  it("name no price per customer: price levers speak of orders and of the price list", () => {
    const names = leverOptions.flatMap((option) => option.params.map(({ name }) => name));
    expect(names.filter((name) => /customerId|accountKey/i.test(name))).toEqual([]);
  });

  it("refuse to compute with params that nobody checked", () => {
    expect(() => leverOption("L3a")?.effects({})).toThrow(/thresholdCents is missing; expected a number/);
  });
});

describe("from the customer's view", () => {
  const side = (code: string, params: OptionParams) => {
    const option = leverOption(code);
    const usual = Object.fromEntries((option?.params ?? []).map((param) => [param.name, param.default]));
    return option?.giveTake({ ...usual, ...params });
  };

  it.each([
    ["L3d", { model: "bonus" }, "give"],
    ["L3d", { model: "fee" }, "take"],
    ["L4a", { dialoguesPerVisit: 2 }, "neutral"],
    ["L4a", { dialoguesPerVisit: 0 }, "take"],
    ["L3e", { feeCents: 290 }, "take"],
    ["L3e", { feeCents: 0, bonusCentsPerYear: 500 }, "give"],
    ["L3c", { model: "threshold", freightCents: 900, freightTodayCents: 1_500 }, "give"],
    ["L3g", { isOptIn: false }, "take"],
  ])("%s with %j is a %s", (code, params, expected) => {
    expect(side(code, params)).toBe(expected);
  });
});
