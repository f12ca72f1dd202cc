import type { LeverEffect } from "../../contracts/effect-contract.ts";
import type { Drawn } from "../../draw-assumptions.ts";
import { applyCustomerEffect } from "./customer-effects.ts";
import { applyOrderEffect } from "./order-effects.ts";
import {
  channelCount,
  type NumericEffect,
  type PlanStep,
  type PreparedPlan,
  type YearState,
} from "./prepared-contract.ts";
import { applyWorkEffect } from "./work-effects.ts";
import { resetYear } from "./year-state.ts";

/** An effect at work: with its numbers, on its rows. */
export interface Application {
  readonly year: YearState;
  readonly plan: PreparedPlan;
  readonly rows: Int32Array;
  /** Share of the customers of each row that has taken it up, 0…1. */
  readonly takenUp: Float64Array;
  readonly below: PlanStep["below"];
}

/** Numbers of a world in the place of assumptions, in the order of `plan.steps`. */
export function numericEffects(plan: PreparedPlan, drawn: Drawn): readonly NumericEffect[] {
  return plan.steps.map(({ effect }) => numeric(effect, drawn));
}

/**
 * Writes a year with the plan into `year`: today's figures of every row, then all effects in their order.
 * @param takenUp per assignment of the plan (in its order), per row.
 */
export function applyEffects(
  plan: PreparedPlan,
  effects: readonly NumericEffect[],
  takenUp: readonly Float64Array[],
  year: YearState,
): void {
  resetYear(year, plan.prepared);
  for (const [index, step] of plan.steps.entries()) {
    const { rows } = plan.assignments[step.position]!;
    if (rows.length === 0) continue;
    applyEffect(effects[index]!, { year, plan, rows, takenUp: takenUp[step.position]!, below: step.below });
  }
  sumOrderEntry(year);
}

function applyEffect(effect: NumericEffect, at: Application): void {
  switch (effect.kind) {
    case "moveOrders":
    case "orderFee":
    case "minimumOrder":
    case "channelPrice":
      applyOrderEffect(effect, at);
      break;
    case "replaceVisits":
    case "scaleDriver":
    case "addDialogues":
    case "addWork":
      applyWorkEffect(effect, at);
      break;
    case "costPerCustomer":
    case "incomePerCustomer":
    case "customerWork":
    case "customerValue":
    case "contactPressure":
    case "changeSales":
    case "changeMargin":
    case "changeChurn":
    case "handOver":
    case "changeAcquisitionCost":
      applyCustomerEffect(effect, at);
      break;
    // Not of a row but of the plan as a whole: see plan-totals.ts and who calls it.
    case "fixedCost":
    case "addCapacity":
    case "acquire":
    case "reactivate":
      break;
  }
}

/** @throws RangeError for an assumption that was not drawn. */
function numeric(effect: LeverEffect, drawn: Drawn): NumericEffect {
  const entries = Object.entries(effect).map(([name, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null || !("assumption" in value)) return [name, value];
    const number = drawn.get(String(value.assumption));
    if (number === undefined)
      throw new RangeError(`Nothing is drawn for ${String(value.assumption)}; expected a draw of this plan.`);
    return [name, number];
  });
  return Object.fromEntries(entries) as NumericEffect;
}

function sumOrderEntry({ entryCents, entryMinutes, driverCents, driverMinutes }: YearState): void {
  const [cents, minutes] = [driverCents.orderEntry, driverMinutes.orderEntry];
  for (let row = 0, at = 0; row < cents.length; row++) {
    let ofCents = 0;
    let ofMinutes = 0;
    for (const end = at + channelCount; at < end; at++) {
      ofCents += entryCents[at]!;
      ofMinutes += entryMinutes[at]!;
    }
    cents[row] = ofCents;
    minutes[row] = ofMinutes;
  }
}
