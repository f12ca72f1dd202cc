import { describe, expect, it } from "vitest";
import { customerColumns } from "../../measures/customer-columns.ts";
import type { PlainDate } from "../../units.ts";
import { type AssignableSegment, assignSegment } from "./assign.ts";
import type { SegmentDefinition } from "./contract.ts";
import { evaluate } from "./evaluate.ts";
import { isSegmentColumn, operatorSpecs, operatorsOfType, unknownValues } from "./operators-contract.ts";
import { type ResolvedDefinition, resolveDefinition } from "./resolve.ts";
import { definitionSql, labelSql, memberSql } from "./sql.ts";
import { definitionWords } from "./words.ts";

const asOf = "2025-12-31" as PlainDate;

function resolved(definition: SegmentDefinition): ResolvedDefinition {
  const resolution = resolveDefinition(definition, customerColumns);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.definition;
}

const all = (...conditions: SegmentDefinition["conditions"]): SegmentDefinition => ({
  match: "all",
  conditions,
});
const problemsOf = (definition: SegmentDefinition) => {
  const resolution = resolveDefinition(definition, customerColumns);
  return resolution.ok ? [] : resolution.problems;
};

describe("a definition that does not resolve", () => {
  it("refuses with the place, the value and what is allowed", () => {
    const problems = problemsOf({
      match: "all",
      conditions: [
        { column: "sizeClass", op: "eq", value: "small" },
        {
          match: "any",
          conditions: [
            { column: "gone", op: "ge", value: 1 },
            { column: "sizeClass", op: "eq", value: "tiny" },
          ],
        },
      ],
    });
    expect(problems.map(({ place, code }) => [place, code])).toEqual([
      ["conditions.1.conditions.0", "columnUnknown"],
      ["conditions.1.conditions.1", "valueNotAllowed"],
    ]);
    expect(problems[1]!.message.en).toContain("small, large, sizeUnclear");
    expect(problems[1]!.message.en).toContain('"tiny"');
  });

  it.each([
    ["columnNotAllowed", { column: "name", op: "eq", value: "Muster AG" }],
    ["operatorNotAllowed", { column: "branch", op: "ge", value: 5 }],
    ["valueNotAllowed", { column: "salesLast12Cents", op: "ge", value: "viel" }],
    ["valueNotAllowed", { column: "salesLast12Cents", op: "between", value: [5, 1] }],
    ["valueNotAllowed", { column: "salesLast12Cents", op: "between", value: [5] }],
    ["valueNotAllowed", { column: "lastPurchase", op: "ge", value: "2025-02-30" }],
    ["valueNotAllowed", { column: "lastPurchase", op: "withinDays", value: -1 }],
    ["valueNotAllowed", { column: "isNew", op: "eq", value: "true" }],
    ["valueNotAllowed", { column: "branch", op: "in", value: [] }],
    ["valueNotAllowed", { column: "branch", op: "isUnknown", value: "x" }],
    ["valueNotAllowed", { column: "branch", op: "eq" }],
  ] as const)("%s: %j", (code, condition) => {
    const value = "value" in condition ? { value: condition.value as never } : {};
    expect(
      problemsOf(all({ column: condition.column, op: condition.op, ...value })).map((one) => one.code),
    ).toEqual([code]);
  });
});

describe("the list of columns and operators", () => {
  it("offers an operator for every column, each with words in both languages", () => {
    for (const column of customerColumns.filter(isSegmentColumn)) {
      const operators = operatorsOfType[column.type];
      expect(operators.length, column.code).toBeGreaterThan(2);
      for (const op of operators) expect(operatorSpecs[op].label.de.length).toBeGreaterThan(0);
    }
  });

  it("knows which values say that nobody knows", () => {
    const size = customerColumns.find(({ code }) => code === "sizeClass")!;
    expect(unknownValues(size)).toEqual(["sizeUnclear"]);
  });
});

describe("unknown figures", () => {
  const definition = resolved(
    all(
      { column: "salesLast12Cents", op: "ge", value: 1000 },
      { column: "sizeClass", op: "eq", value: "small" },
    ),
  );

  it("make membership unknown where they decide, and do not where another condition does", () => {
    expect(evaluate(definition, { salesLast12Cents: null, sizeClass: "small" }, asOf)).toBeNull();
    expect(evaluate(definition, { salesLast12Cents: null, sizeClass: "large" }, asOf)).toBe(false);
    expect(evaluate(definition, { salesLast12Cents: 1000, sizeClass: "sizeUnclear" }, asOf)).toBeNull();
    expect(evaluate(definition, { salesLast12Cents: 1000, sizeClass: "small" }, asOf)).toBe(true);
  });

  it("are no answer to 'is not'", () => {
    const notSmall = resolved(all({ column: "sizeClass", op: "ne", value: "small" }));
    expect(evaluate(notSmall, { sizeClass: "sizeUnclear" }, asOf)).toBeNull();
    const unclear = resolved(all({ column: "sizeClass", op: "eq", value: "sizeUnclear" }));
    expect(evaluate(unclear, { sizeClass: "sizeUnclear" }, asOf)).toBe(true);
  });
});

describe("AT1.3: two customers of the same size and sales", () => {
  const segments: AssignableSegment[] = [
    {
      code: "advice",
      action: "Named generalist, visits when needed",
      definition: resolved(
        all(
          { column: "branch", op: "in", value: ["Sanitär", "Heizung"] },
          { column: "productBreadth", op: "ge", value: 10 },
        ),
      ),
    },
    {
      code: "lean",
      action: "Portal and reorder list",
      definition: resolved(all({ column: "productBreadth", op: "le", value: 5 })),
    },
  ];
  const same = { sizeClass: "small", salesLast12Cents: 800_000 };

  it("get another service form by branch and need, with the reasons listed", () => {
    const plumber = assignSegment(segments, { ...same, branch: "Sanitär", productBreadth: 24 }, asOf);
    const office = assignSegment(segments, { ...same, branch: "Treuhand", productBreadth: 3 }, asOf);
    expect(plumber.action).toBe("Named generalist, visits when needed");
    expect(office.action).toBe("Portal and reorder list");
    expect(plumber.reasons.map(({ column, value, holds }) => [column, value, holds])).toEqual([
      ["branch", "Sanitär", true],
      ["productBreadth", 24, true],
    ]);
    expect(plumber.reasons[1]!.text.en).toBe("Products from 10");
  });

  it("get the same by the same need, whatever their sales", () => {
    const need = { branch: "Sanitär", productBreadth: 24 };
    const small = assignSegment(segments, { ...need, ...same }, asOf);
    const large = assignSegment(
      segments,
      { ...need, sizeClass: "large", salesLast12Cents: 90_000_000 },
      asOf,
    );
    expect(large).toEqual(small);
  });

  it("AT1.4: get nothing by itself where a figure that decides is unknown", () => {
    const found = assignSegment(segments, { ...same, branch: "Sanitär", productBreadth: null }, asOf);
    expect(found).toMatchObject({ code: null, action: null, isUnclear: true });
    expect(found.reasons.map(({ column }) => column)).toEqual(["productBreadth", "productBreadth"]);
  });
});

describe("words", () => {
  it("say a definition in both languages", () => {
    const definition = resolved({
      match: "all",
      conditions: [
        { column: "salesLast12Cents", op: "between", value: [100_000, 123_456_750] },
        {
          match: "any",
          conditions: [
            { column: "isNew", op: "eq", value: true },
            { column: "lastPurchase", op: "withinDays", value: 90 },
          ],
        },
        { column: "topGroupShareRatio", op: "ge", value: 0.5 },
      ],
    });
    expect(definitionWords(definition)).toEqual({
      de: "Umsatz 12 Monate zwischen 1’000 und 1’234’567.5 und (Neu ist ja oder Letzter Kauf in den letzten 90 Tagen) und Anteil stärkste Gruppe ab 50 %",
      en: "Sales 12 months between 1,000 and 1,234,567.5 and (New is yes or Last purchase within the last 90 days) and Share of top group from 50%",
    });
  });
});

describe("SQL", () => {
  it("writes values as literals that cannot break out", () => {
    const definition = resolved(all({ column: "branch", op: "eq", value: "O'Brien'; DROP TABLE x --" }));
    expect(definitionSql(definition, asOf)).toBe("(branch = 'O''Brien''; DROP TABLE x --')");
  });

  it("asks the earlier segments of a set first", () => {
    const a = resolved(all({ column: "ordersLast12", op: "ge", value: 5 }));
    const b = resolved(all({ column: "ordersLast12", op: "ge", value: 2 }));
    expect(memberSql(b, [a], asOf)).toContain("THEN false ELSE");
    expect(
      labelSql(
        [
          { code: "a", definition: a },
          { code: "b", definition: b },
        ],
        asOf,
      ),
    ).toMatch(
      /^CASE WHEN .* THEN 'a' WHEN .* THEN 'b' WHEN .* IS NULL OR .* THEN '\*unknown' ELSE '\*rest' END$/,
    );
  });
});
