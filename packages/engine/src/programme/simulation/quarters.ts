/** Five years. */
export const quarterCount = 20;
export const yearCount = quarterCount / 4;
export const yearOf = (quarter: number) => Math.floor(quarter / 4);

/**
 * Share of the customers of an assignment that has taken it up, as the mean of a quarter: nobody before its start, then linear
 * over its ramp.
 * @param fromMonths from today to the start; negative: live already.
 */
export function takenUpIn(quarter: number, fromMonths: number, rampMonths: number): number {
  const start = 3 * quarter - fromMonths;
  return (integral(start + 3, rampMonths) - integral(start, rampMonths)) / 3;
}

/** Share of something that happens evenly over so many months from its start which falls into a quarter. */
export function shareIn(quarter: number, fromMonths: number, overMonths: number): number {
  const done = (months: number) =>
    months <= 0 ? 0 : overMonths <= 0 || months >= overMonths ? 1 : months / overMonths;
  const start = 3 * quarter - fromMonths;
  return done(start + 3) - done(start);
}

/** Area below the ramp up to so many months after its start. */
function integral(months: number, rampMonths: number): number {
  if (months <= 0) return 0;
  if (months < rampMonths) return (months * months) / (2 * rampMonths);
  return months - rampMonths / 2;
}

/**
 * Years of growth that have added up by the middle of a quarter: the whole trend in the first year (from the middle of the last
 * year to the middle of the next), then half as much every further year.
 */
export function growthYears(quarter: number, persistence: number): number {
  let left = 0.5 + (quarter + 0.5) / 4;
  let years = 0;
  for (let weight = 1; left > 0; weight *= persistence) {
    years += weight * Math.min(1, left);
    left -= 1;
  }
  return years;
}

/** Last day of each quarter after a day, `yyyy-mm-dd`. */
export function quarterEnds(asOf: string): string[] {
  const [year = 0, month = 0, day = 0] = asOf.split("-").map(Number);
  return Array.from({ length: quarterCount }, (_, quarter) => {
    const months = year * 12 + (month - 1) + 3 * (quarter + 1);
    const [inYear, inMonth] = [Math.floor(months / 12), months % 12];
    const isLast = day === daysIn(year, month - 1);
    const last = daysIn(inYear, inMonth);
    const two = (value: number) => String(value).padStart(2, "0");
    return `${inYear}-${two(inMonth + 1)}-${two(isLast ? last : Math.min(day, last))}`;
  });
}

function daysIn(year: number, month: number): number {
  if (month !== 1) return [3, 5, 8, 10].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
