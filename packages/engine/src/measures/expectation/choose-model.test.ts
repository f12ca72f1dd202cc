import { describe, expect, it } from "vitest";
import { chooseModel } from "./choose-model.ts";

describe("choice of a model", () => {
  it("is the lowest error per customer, however wrong the total", () => {
    // 1.00 · 1.01 = 1.01 < 1.02: not equal.
    const choice = chooseModel([
      { code: "bgNbd", rmse: 1.02, totalError: 0 },
      { code: "paretoNbd", rmse: 1, totalError: 500 },
    ]);
    expect(choice).toEqual({ ranking: ["paretoNbd", "bgNbd"], reason: "bestForecast" });
  });

  it("among errors within one per cent is the nearest total", () => {
    const choice = chooseModel([
      { code: "bgNbd", rmse: 1.009, totalError: 30 },
      { code: "mbgNbd", rmse: 1, totalError: 40 },
      { code: "paretoNbd", rmse: 1.2, totalError: 1 },
    ]);
    expect(choice).toEqual({ ranking: ["bgNbd", "mbgNbd", "paretoNbd"], reason: "nearestTotal" });
  });

  it("among equals in both is the simpler one: regularity 1 is the model without regularity", () => {
    const choice = chooseModel([
      { code: "mbgCnbdK", rmse: 1, totalError: 40.00001 },
      { code: "mbgNbd", rmse: 1, totalError: 40.00002 },
    ]);
    expect(choice).toEqual({ ranking: ["mbgNbd", "mbgCnbdK"], reason: "bestForecast" });
  });

  it("is none where none could be fitted", () => {
    expect(chooseModel([])).toBeNull();
  });
});
