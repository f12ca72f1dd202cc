/** The practical capacity of a cost pool, and pools whose periods overlap. */

/** Fields of the kind that make up the capacity and are not stored themselves. */
export const poolFields = [
  { field: "theoreticalMinutes", sql: "theoretical_minutes", type: "DOUBLE" },
  { field: "practicalShare", sql: "practical_share", type: "DECIMAL(18,6)" },
] as const;

/**
 * Share of the attendance that is left for work where the file says nothing: the lower end of the 80–85 % that the
 * literature on time-driven costing uses (Kaplan and Anderson).
 */
const usualPracticalShare = 0.8;

/** DuckDB expression over the staged columns: whole minutes; NULL when neither is known. */
export const capacitySql = `coalesce(capacity_minutes, CAST(round(theoretical_minutes * CASE
    WHEN practical_share IS NULL THEN ${usualPracticalShare}
    WHEN practical_share > 1 THEN CAST(practical_share AS DOUBLE) / 100
    ELSE CAST(practical_share AS DOUBLE) END) AS BIGINT))`;

export interface PoolPeriod {
  readonly poolCode: string;
  /** `yyyy-mm-dd`; both days belong to the period. */
  readonly validFrom: string;
  readonly validTo: string;
}

export interface StagedPool extends PoolPeriod {
  readonly row: number;
}

const overlap = (a: PoolPeriod, b: PoolPeriod) =>
  a.poolCode === b.poolCode && a.validFrom <= b.validTo && b.validFrom <= a.validTo;

/**
 * Rows of a file whose period overlaps with one that holds: a stored one, or an earlier row that is taken. A row that
 * names pool and start of a period that is known states it anew, with whatever end, and takes its place.
 */
export function overlappingPools(rows: readonly StagedPool[], stored: readonly PoolPeriod[]): number[] {
  const key = (period: PoolPeriod) => `${period.validFrom} ${period.poolCode}`;
  const holds = new Map(stored.map((period) => [key(period), period]));
  const refused: number[] = [];
  for (const row of rows) {
    const others = [...holds].filter(([name, period]) => name !== key(row) && overlap(row, period));
    if (others.length > 0) refused.push(row.row);
    else holds.set(key(row), row);
  }
  return refused;
}
