import type { Text } from "../measure-contract.ts";

/**
 * Cost against the number of customers: C(q) = F + Σ S·⌈q ÷ K⌉ + v·q with capacity that comes in whole blocks. A projection:
 * every customer is like today's average, and capacity is held as needed. Integers throughout, so that an exact multiple of K
 * never rounds up (methods.md §5).
 */
export interface ScalePool {
  readonly code: string;
  readonly label: Text;
  /** `fixed`: does not move with the number of customers. */
  readonly kind: "fixed" | "step";
  readonly costCents: number;
  /** Practical capacity, thousandths of a minute; > 0 for step pools. */
  readonly capacityMilli: number;
  /** Minutes that today's customers take of it, thousandths. */
  readonly usedMilli: number;
  readonly isAssumption: boolean;
}

export interface ScaleInput {
  /** Customers of today, N ≥ 1. */
  readonly customers: number;
  readonly pools: readonly ScalePool[];
  /** Costs that move with every customer: assumed rates beside a pool, freight, returns. */
  readonly variableCents: number;
  /** Capacity of one block, minutes. */
  readonly blockMinutes: number;
}

export interface ScaleCost {
  readonly fixedCents: number;
  readonly stepCents: number;
  readonly variableCents: number;
  readonly totalCents: number;
}

export interface ScalePoint extends ScaleCost {
  readonly customers: number;
  readonly ratio: number;
  readonly perCustomerCents: number;
  readonly elasticity: number | null;
}

export interface ScaleCurve {
  readonly points: readonly ScalePoint[];
  readonly doublingElasticity: number | null;
  readonly pools: readonly {
    readonly code: string;
    readonly label: Text;
    readonly kind: ScalePool["kind"];
    readonly costCents: number;
    readonly blocks: number;
    readonly blockCents: number;
    readonly customersPerBlock: number | null;
    readonly isAssumption: boolean;
  }[];
  readonly variableCentsPerCustomer: number;
}

const firstPercent = 25;
const lastPercent = 200;
const stepPercent = 5;

export function scaleCurve(input: ScaleInput): ScaleCurve {
  const { customers, pools } = input;
  const points: ScalePoint[] = [];
  for (let percent = firstPercent; percent <= lastPercent; percent += stepPercent) {
    const number = Math.max(1, Math.round((customers * percent) / 100));
    const cost = costAt(input, number);
    points.push({
      ...cost,
      customers: number,
      ratio: number / customers,
      perCustomerCents: Math.round(cost.totalCents / number),
      elasticity: arcElasticity(input, 0.8 * number, 1.25 * number),
    });
  }
  return {
    points,
    doublingElasticity: arcElasticity(input, customers, 2 * customers),
    pools: pools.map((pool) => {
      const blocks = pool.kind === "fixed" ? 1 : blocksToday(pool, input.blockMinutes);
      return {
        code: pool.code,
        label: pool.label,
        kind: pool.kind,
        costCents: pool.costCents,
        blocks,
        blockCents: Math.round(pool.costCents / blocks),
        customersPerBlock:
          pool.kind === "fixed" || pool.usedMilli === 0
            ? null
            : (customers * pool.capacityMilli) / (blocks * pool.usedMilli),
        isAssumption: pool.isAssumption,
      };
    }),
    variableCentsPerCustomer: input.variableCents / customers,
  };
}

/** Cost of serving so many customers in a year. */
export function costAt(
  { customers: today, pools, variableCents, blockMinutes }: ScaleInput,
  number: number,
): ScaleCost {
  let fixedCents = 0;
  let stepCents = 0;
  for (const pool of pools) {
    if (pool.kind === "fixed") fixedCents += pool.costCents;
    else stepCents += stepCost(pool, blocksToday(pool, blockMinutes), today, number);
  }
  const variable = Number(divideRounded(BigInt(Math.round(variableCents)) * BigInt(number), BigInt(today)));
  return { fixedCents, stepCents, variableCents: variable, totalCents: fixedCents + stepCents + variable };
}

/** Whole blocks of today's capacity: at least one, the nearest number to capacity ÷ block. */
function blocksToday({ capacityMilli }: ScalePool, blockMinutes: number): number {
  return Math.max(1, Math.round(capacityMilli / (1_000 * blockMinutes)));
}

/** S·⌈q ÷ K⌉, where a block carries K = N · capacity ÷ (blocks · used) customers. */
function stepCost(pool: ScalePool, blocks: number, today: number, number: number): number {
  const needed = divideUp(
    BigInt(pool.usedMilli) * BigInt(number) * BigInt(blocks),
    BigInt(today) * BigInt(pool.capacityMilli),
  );
  return Number(divideRounded(BigInt(pool.costCents) * needed, BigInt(blocks)));
}

const divideUp = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;
/** Half up; the dividend is not negative. */
const divideRounded = (dividend: bigint, divisor: bigint) => (2n * dividend + divisor) / (2n * divisor);

/** Δ ln C ÷ Δ ln q; null without cost. */
function arcElasticity(input: ScaleInput, from: number, to: number): number | null {
  const low = Math.max(1, Math.round(from));
  const high = Math.round(to);
  const costs = [low, high].map((number) => costAt(input, number).totalCents);
  const [lowCost = 0, highCost = 0] = costs;
  if (high <= low || lowCost <= 0 || highCost <= 0) return null;
  return Math.log(highCost / lowCost) / Math.log(high / low);
}
