/** Classes of head count, the ones in which registers publish; from (inclusive) and name. */
export const staffClasses = [
  [1, "1"],
  [2, "2–4"],
  [5, "5–9"],
  [10, "10–19"],
  [20, "20–49"],
  [50, "50–249"],
  [250, "250+"],
] as const;

/** Name of the class; null when the head count is unknown. A firm without employees has its owner. */
export function staffClass(staff: number | null): string | null {
  if (staff === null) return null;
  return staffClasses.findLast(([from]) => from <= Math.max(1, staff))![1];
}

/** The same in SQL. */
export function staffClassSql(staff: string): string {
  const cases = staffClasses.toReversed().map(([from, name]) => `WHEN ${staff} >= ${from} THEN '${name}'`);
  return `CASE ${cases.join(" ")} WHEN ${staff} IS NOT NULL THEN '1' END`;
}
