import { describe, expect, it } from "vitest";
import { editingOf, editText, leverPairOf, viewOf } from "./board-search.ts";

describe("The address of the board", () => {
  it("names an option of the plan by its place, or a new one by lever and segment", () => {
    expect(editingOf("3")).toEqual({ kind: "old", index: 3 });
    expect(editingOf("L3~small")).toEqual({ kind: "new", lever: "L3", segment: "small" });
    for (const text of ["0", "L8~my-segment"]) {
      const editing = editingOf(text);
      expect(editing === null ? null : editText(editing)).toBe(text);
    }
  });

  it("shows nothing for what it does not know, and the findings first", () => {
    for (const text of [undefined, "", "L9~small", "-1", "x"]) expect(editingOf(text)).toBeNull();
    expect(viewOf({ view: "nonsense" })).toBe("findings");
    expect(viewOf({ view: "ledger" })).toBe("ledger");
  });

  it("reads a pair of levers", () => {
    expect(leverPairOf("L3-L5")).toEqual(["L3", "L5"]);
    expect(leverPairOf("L3")).toBeNull();
    expect(leverPairOf(undefined)).toBeNull();
  });
});
