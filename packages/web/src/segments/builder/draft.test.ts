import { describe, expect, it } from "vitest";
import { definitionOf, draftOf, emptyDraft } from "./draft.ts";

describe("a definition while it is typed", () => {
  it("cannot be counted before it is complete", () => {
    expect(definitionOf(emptyDraft())).toBeNull();
    expect(definitionOf({ match: "all", parts: [{ id: 1, column: "branch", op: "eq" }] })).toBeNull();
    expect(
      definitionOf({ match: "all", parts: [{ id: 1, column: "branch", op: "in", value: [] }] }),
    ).toBeNull();
    expect(definitionOf({ match: "all", parts: [{ id: 1, match: "any", conditions: [] }] })).toBeNull();
  });

  it("needs no value where the operator takes none", () => {
    expect(definitionOf({ match: "all", parts: [{ id: 1, column: "branch", op: "isUnknown" }] })).toEqual({
      match: "all",
      conditions: [{ column: "branch", op: "isUnknown" }],
    });
  });

  it("comes back as it was kept, groups included", () => {
    const kept = {
      match: "all" as const,
      conditions: [
        { column: "salesLast12Cents", op: "between" as const, value: [100_000, 900_000] },
        {
          match: "any" as const,
          conditions: [
            { column: "branch", op: "eq" as const, value: "Holzbau" },
            { column: "sizeClass", op: "in" as const, value: ["small"] },
          ],
        },
      ],
    };
    expect(definitionOf(draftOf(kept))).toEqual(kept);
  });

  it("refuses a figure that no longer exists", () => {
    expect(definitionOf({ match: "all", parts: [{ id: 1, column: "gone", op: "eq", value: 1 }] })).toBeNull();
  });
});
