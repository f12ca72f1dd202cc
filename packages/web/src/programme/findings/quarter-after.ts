/** `2026-Q4` and one step is `2027-Q1`. */
export function quarterAfter(quarter: string, steps: number): string {
  const [year = "0", number = "1"] = quarter.split("-Q");
  const count = Number(year) * 4 + Number(number) - 1 + steps;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}
