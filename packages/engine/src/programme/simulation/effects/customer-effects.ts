import type { Application } from "./apply-effects.ts";
import type { NumericEffectOf } from "./prepared-contract.ts";
import { ratio01 } from "./row-helpers.ts";

type CustomerEffect = NumericEffectOf<
  | "costPerCustomer"
  | "incomePerCustomer"
  | "customerWork"
  | "customerValue"
  | "contactPressure"
  | "changeSales"
  | "changeMargin"
  | "changeChurn"
  | "handOver"
  | "changeAcquisitionCost"
>;

export function applyCustomerEffect(effect: CustomerEffect, { year, rows, takenUp }: Application): void {
  switch (effect.kind) {
    case "costPerCustomer":
      add(year.programmeCents, effect.centsPerYear, rows, takenUp);
      break;
    case "incomePerCustomer":
      add(year.customerFeesCents, effect.centsPerYear, rows, takenUp);
      add(year.customerMoneyCents, -effect.centsPerYear, rows, takenUp);
      break;
    case "customerWork":
      add(year.customerMinutes, effect.minutesPerYear, rows, takenUp);
      break;
    case "customerValue":
      add(year.customerMoneyCents, effect.centsPerYear, rows, takenUp);
      break;
    case "contactPressure":
      add(year.contactPressure, effect.perYear, rows, takenUp);
      break;
    case "changeSales":
      scale(year.salesCents, effect.ratio, rows, takenUp);
      scale(year.contribution1Cents, effect.ratio, rows, takenUp);
      break;
    case "changeMargin":
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        year.contribution1Cents[row]! += effect.ratioOfSales * takenUp[row]! * year.salesCents[row]!;
      }
      break;
    case "changeChurn":
      scale(year.churnFactor, effect.ratio, rows, takenUp);
      break;
    case "changeAcquisitionCost":
      scale(year.acquisitionFactor, effect.ratio, rows, takenUp);
      break;
    case "handOver":
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        const handed = year.present[row]! * ratio01(effect.ratio * takenUp[row]!);
        year.present[row]! -= handed;
        year.keptCents[row]! += handed * effect.keptMarginRatio * year.salesCents[row]!;
      }
      break;
  }
}

function add(column: Float64Array, perCustomer: number, rows: Int32Array, takenUp: Float64Array): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    column[row]! += perCustomer * takenUp[row]!;
  }
}

/** Never below zero for a column that is not negative; a negative contribution stays negative. */
function scale(column: Float64Array, ratio: number, rows: Int32Array, takenUp: Float64Array): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    column[row]! *= Math.max(0, 1 + ratio * takenUp[row]!);
  }
}
