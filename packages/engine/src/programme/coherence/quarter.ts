export interface Quarter {
  readonly code: string;
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
}

const lastDays = ["03-31", "06-30", "09-30", "12-31"];

/** `2026-Q4`; null where it is no quarter. */
export function parseQuarter(code: string): Quarter | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(code);
  if (match === null) return null;
  const number = Number(match[2]);
  const month = String(number * 3 - 2).padStart(2, "0");
  return { code, from: `${match[1]}-${month}-01`, to: `${match[1]}-${lastDays[number - 1]}` };
}

/** The quarter of a calendar day. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
