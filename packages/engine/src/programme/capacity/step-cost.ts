import { invalid } from "../../units.ts";

/** C(q) = F + S·⌈q ÷ K⌉ + v·q: fixed cost, one step for every capacity block begun, and variable cost. Whole cents and units. */
export interface StepCost {
  readonly fixedCents: number;
  readonly stepCents: number;
  /** Units that one block carries, K ≥ 1. */
  readonly unitsPerBlock: number;
  readonly variableCents: number;
}

export interface StepBreakEvens {
  /** Every number of units at which profit rises from below zero to zero or more, ascending; none where nothing ever pays. */
  readonly units: readonly number[];
  /** Fewest units after which profit never falls below zero again: the number to show. Null: there is none. */
  readonly neverBelowAfter: number | null;
}

/** Whole numbers throughout, so that an exact multiple of a block never begins another one. */
export function costAt(cost: StepCost, units: number): number {
  checkUnits("units", units);
  const blocks = Math.ceil(units / cost.unitsPerBlock);
  return cost.fixedCents + cost.stepCents * blocks + cost.variableCents * units;
}

/**
 * Break-evens q = ⌈(F + k·S) ÷ (p − v)⌉ block by block: a solution holds only within its own block, (k − 1)·K < q ≤ k·K, and at
 * the first unit of a block the step may push profit below zero again (methods.md §5).
 */
export function stepBreakEvens(cost: StepCost, priceCents: number): StepBreakEvens {
  checkCost(cost, priceCents);
  const { fixedCents, stepCents, unitsPerBlock, variableCents } = cost;
  const margin = priceCents - variableCents;
  if (margin <= 0) {
    const staysEven = fixedCents === 0 && stepCents === 0 && margin === 0;
    return { units: fixedCents === 0 ? [0] : [], neverBelowAfter: staysEven ? 0 : null };
  }
  const profit = (units: number) => priceCents * units - costAt(cost, units);
  const units: number[] = [];
  let paid = fixedCents === 0;
  if (paid) units.push(0);
  let safeFrom: number | null = paid ? 0 : null;
  const last = lastBlock(cost, margin);
  for (let block = 1; block <= last; block++) {
    const first = (block - 1) * unitsPerBlock + 1;
    const end = block * unitsPerBlock;
    const needed = Math.ceil((fixedCents + block * stepCents) / margin);
    const turn = Math.max(first, needed);
    const pays = turn <= end;
    if (pays && (!paid || turn > first)) {
      units.push(turn);
      safeFrom = turn;
    }
    paid = pays && profit(end) >= 0;
    if (!paid) safeFrom = null;
  }
  return { units, neverBelowAfter: staysAbove(cost, margin, last) ? safeFrom : null };
}

/** Past this block the first unit of every block pays, or none ever does. */
function lastBlock({ fixedCents, stepCents, unitsPerBlock }: StepCost, margin: number): number {
  const perBlock = margin * unitsPerBlock - stepCents;
  // Every block ends at least as deep below zero as the first.
  if (perBlock <= 0) return 1;
  // Profit at the first unit of block k: (k − 1)·perBlock − F − S + margin ≥ 0.
  return Math.max(1, 1 + Math.ceil((fixedCents + stepCents - margin) / perBlock));
}

function staysAbove(
  { fixedCents, stepCents, unitsPerBlock }: StepCost,
  margin: number,
  last: number,
): boolean {
  const perBlock = margin * unitsPerBlock - stepCents;
  const atFirstOf = (block: number) => (block - 1) * perBlock - fixedCents - stepCents + margin;
  if (perBlock < 0) return false;
  return atFirstOf(last + 1) >= 0;
}

/** Elasticity of cost d ln C ÷ d ln q as an arc from 0.8 to 1.25 times the units; below 1: economies of scale. Null without cost. */
export function scaleElasticity(cost: StepCost, units: number): number | null {
  const low = Math.max(1, Math.round(0.8 * units));
  const high = Math.round(1.25 * units);
  const [lowCost, highCost] = [costAt(cost, low), costAt(cost, high)];
  if (high <= low || lowCost <= 0 || highCost <= 0) return null;
  return Math.log(highCost / lowCost) / Math.log(high / low);
}

/** What doubling brings a year: m·q − S·(⌈2q ÷ K⌉ − ⌈q ÷ K⌉) − ΔF, cents. */
export function doublingGain(
  { stepCents, unitsPerBlock }: StepCost,
  units: number,
  marginCents: number,
  moreFixedCents = 0,
): number {
  checkUnits("units", units);
  const steps = Math.ceil((2 * units) / unitsPerBlock) - Math.ceil(units / unitsPerBlock);
  return marginCents * units - stepCents * steps - moreFixedCents;
}

function checkCost(cost: StepCost, priceCents: number): void {
  const whole = { ...cost, priceCents };
  for (const [name, value] of Object.entries(whole)) {
    if (!Number.isSafeInteger(value)) throw invalid(name, value, "a whole number", "step cost");
  }
  if (cost.unitsPerBlock < 1)
    throw invalid("unitsPerBlock", cost.unitsPerBlock, "a whole number ≥ 1", "step cost");
  for (const name of ["fixedCents", "stepCents"] as const) {
    if (cost[name] < 0) throw invalid(name, cost[name], "a whole number ≥ 0", "step cost");
  }
}

function checkUnits(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw invalid(name, value, "a whole number ≥ 0", "step cost");
}
