import { describe, expect, it } from "vitest";
import { heatGrid, heatOpacity } from "./heat-cells.ts";

describe("heat map", () => {
  const grid = heatGrid([
    { row: "call", column: "phone", amount: 30 },
    { row: "order", column: "web", amount: 20 },
    { row: "order", column: "phone", amount: 50 },
    { row: "order", column: "phone", amount: 10 },
    { row: "dunning", column: "mail", amount: 0 },
  ]);

  it("orders rows and columns by their totals and leaves out what is empty", () => {
    // order 80, call 30; phone 90, web 20; dunning and mail have nothing.
    expect(grid.rows).toEqual(["order", "call"]);
    expect(grid.columns).toEqual(["phone", "web"]);
  });

  it("sums what falls into the same cell; a cell that nothing fell into is 0", () => {
    expect(grid.cellOf("order", "phone")).toBe(60);
    expect(grid.cellOf("call", "web")).toBe(0);
    expect(grid.largest).toBe(60);
  });

  it("colours by the square root up to half", () => {
    expect(heatOpacity(60, 60)).toBe(0.5);
    expect(heatOpacity(15, 60)).toBe(0.25);
    expect(heatOpacity(0, 60)).toBe(0);
    expect(heatOpacity(5, 0)).toBe(0);
  });
});
