import { condenseBase } from "../condense-base.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import { type PlanningChannel, planningChannels } from "../contracts/drivers.ts";

/** Classes per figure; from fine to coarse until the cells are few enough. At most 2^20 in all. */
interface Fineness {
  readonly orders: number;
  readonly sales: number;
  readonly channel: number;
  readonly visits: number;
  readonly churn: number;
}
const levels: readonly Fineness[] = [
  { orders: 8, sales: 8, channel: 6, visits: 5, churn: 6 },
  { orders: 6, sales: 6, channel: 6, visits: 4, churn: 5 },
  { orders: 5, sales: 5, channel: 6, visits: 4, churn: 4 },
  { orders: 5, sales: 4, channel: 6, visits: 3, churn: 3 },
  { orders: 4, sales: 4, channel: 4, visits: 3, churn: 2 },
  { orders: 3, sales: 3, channel: 4, visits: 2, churn: 2 },
  { orders: 3, sales: 2, channel: 3, visits: 2, churn: 1 },
  { orders: 2, sales: 2, channel: 2, visits: 1, churn: 1 },
  { orders: 2, sales: 1, channel: 1, visits: 1, churn: 1 },
  { orders: 1, sales: 1, channel: 1, visits: 1, churn: 1 },
];

/**
 * Customers alike as weighted cells: same segments, same class of orders, sales, channel, visits and churn. Every figure of a
 * cell is the exact mean of its customers. Borders are quantiles, so the same base gives the same cells. Customers who share no
 * segments never share a cell: with very many overlapping segments there can be more cells than asked for.
 * @param maxCells most cells, ≥ 1
 */
export function baseCells(base: PlanningBase, maxCells: number): PlanningBase {
  if (base.rows <= maxCells) return { ...base, customerId: null };
  const classOf = classes(base, maxCells);
  const cells = condenseBase(base, (row) => classOf[row]!);
  return { ...cells, needBreadth: knownMean(base, cells, classOf) };
}

function classes(base: PlanningBase, maxCells: number): Int32Array {
  let found: Int32Array = new Int32Array(base.rows);
  for (const level of levels) {
    found = classesAt(base, level);
    if (countCells(base.segmentMask, found) <= maxCells) break;
  }
  return found;
}

function classesAt(base: PlanningBase, level: Fineness): Int32Array {
  const result = new Int32Array(base.rows);
  const add = (classOf: (row: number) => number, count: number) => {
    for (let row = 0; row < base.rows; row++) result[row] = result[row]! * count + classOf(row);
  };
  for (const [column, count] of [
    [base.orders, level.orders],
    [base.salesCents, level.sales],
    [base.events.fieldVisits, level.visits],
    [base.churnRatio, level.churn],
  ] as const) {
    const borders = quantileBorders(column, count);
    add((row) => classIn(borders, column[row]!), borders.length + 1);
  }
  const channels = level.channel;
  add((row) => Math.min(channels - 1, mainChannel(base, row)), channels);
  return result;
}

/** Distinct inner quantiles of a column, ascending; a class lies below each of them. */
function quantileBorders(column: Float64Array, count: number): number[] {
  if (count <= 1) return [];
  const sorted = sample(column).sort();
  const borders: number[] = [];
  for (let part = 1; part < count; part++) {
    const border = sorted[Math.floor((sorted.length * part) / count)]!;
    if (border > sorted[0]! && border !== borders.at(-1)) borders.push(border);
  }
  return borders;
}

/** Every so manyth value: enough for borders, and the same every time. */
function sample(column: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(column.length / 50_000));
  return step === 1 ? column.slice() : column.filter((_, row) => row % step === 0);
}

function classIn(borders: readonly number[], value: number): number {
  let own = 0;
  while (own < borders.length && value >= borders[own]!) own++;
  return own;
}

/** Channels from the one that costs most to enter to the lightest, so that coarse classes join what is alike. */
const byEffort: readonly PlanningChannel[] = ["phone", "web", "mail", "field"];

/** 0…3: the channel of most orders; 4: another one; 5: no order. */
function mainChannel({ ordersByChannel, orders }: PlanningBase, row: number): number {
  if (orders[row] === 0) return 5;
  let best: PlanningChannel = "unknown";
  let most = 0;
  for (const channel of planningChannels) {
    const own = ordersByChannel[channel][row]!;
    if (own > most) {
      most = own;
      best = channel;
    }
  }
  const index = byEffort.indexOf(best);
  return index < 0 ? 4 : index;
}

function countCells(masks: Uint32Array, classOf: Int32Array): number {
  const found = new Set<number>();
  for (let row = 0; row < masks.length; row++) found.add(masks[row]! * 2 ** 20 + classOf[row]!);
  return found.size;
}

/** Mean of those whose breadth is known, in the order of the cells; NaN where nobody's is. */
function knownMean(base: PlanningBase, cells: PlanningBase, classOf: Int32Array): Float64Array {
  const index = new Map<number, number>();
  const sums = new Float64Array(cells.rows);
  const counts = new Float64Array(cells.rows);
  for (let row = 0; row < base.rows; row++) {
    const key = base.segmentMask[row]! * 2 ** 20 + classOf[row]!;
    let cell = index.get(key);
    if (cell === undefined) {
      cell = index.size;
      index.set(key, cell);
    }
    const breadth = base.needBreadth[row]!;
    if (Number.isNaN(breadth)) continue;
    sums[cell]! += breadth * base.weight[row]!;
    counts[cell]! += base.weight[row]!;
  }
  return sums.map((sum, cell) => (counts[cell]! > 0 ? sum / counts[cell]! : Number.NaN));
}
