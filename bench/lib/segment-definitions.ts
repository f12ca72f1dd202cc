import type {
  SegmentCondition,
  SegmentDefinition,
} from "../../packages/engine/src/segments/builder/contract.ts";

/** What a reader of the segment builder tries: conditions of every kind, alone, together, and in groups. */
export function segmentDefinitions(): SegmentDefinition[] {
  const small: SegmentCondition = { column: "sizeClass", op: "eq", value: "small" };
  const all = (...conditions: SegmentDefinition["conditions"]): SegmentDefinition => ({
    match: "all",
    conditions,
  });
  return [
    all(small),
    all({ column: "salesLast12Cents", op: "between", value: [50_000, 500_000] }),
    all(small, { column: "branch", op: "in", value: ["Branche 3", "Branche 7", "Branche 11"] }),
    all(small, { column: "rhythmState", op: "in", value: ["slowing", "dormant"] }),
    all({ column: "city", op: "contains", value: "genev" }),
    all(
      { column: "lastPurchase", op: "withinDays", value: 90 },
      { column: "ordersLast12", op: "ge", value: 3 },
    ),
    all({ column: "branch", op: "isUnknown" }),
    all(small, {
      match: "any",
      conditions: [
        { column: "productBreadth", op: "ge", value: 8 },
        { column: "salesTrendRatio", op: "ge", value: 0.2 },
        { column: "isNew", op: "eq", value: true },
      ],
    }),
    {
      match: "any",
      conditions: [
        { column: "postcode", op: "contains", value: "80" },
        { column: "medianOrderCents", op: "le", value: 5_000 },
        { column: "topGroupShareRatio", op: "ge", value: 0.9 },
      ],
    },
    all({ column: "city", op: "ne", value: "Bern" }, { column: "daysSinceLast", op: "le", value: 200 }),
  ];
}
