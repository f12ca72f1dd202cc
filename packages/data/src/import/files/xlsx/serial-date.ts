/** Days from the day before 1900-01-01 and from 1904-01-01 to 1970-01-01. */
const daysTo1970 = { "1900": 25_568, "1904": 24_107 } as const;
const msPerDay = 86_400_000;
/** 9999-12-31 in the 1900 system; later days do not exist in a sheet. */
const lastSerial = 2_958_465;

const two = (value: number) => String(value).padStart(2, "0");

function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, "0")}`;
}

function dayText(day: number, system: "1900" | "1904"): string {
  // The 1900 system believes in a 29 February 1900. The day is written as the sheet shows it; it is no date, and the
  // import says so.
  if (system === "1900" && day === 60) return "1900-02-29";
  if (system === "1900" && day === 0) return "1900-01-00";
  const sinceBase = system === "1900" && day > 60 ? day - 1 : day;
  return new Date((sinceBase - daysTo1970[system]) * msPerDay).toISOString().slice(0, 10);
}

/**
 * ISO text of a serial number of a sheet, rounded to the millisecond: `2024-01-31`, `2024-01-31 13:45:00`, `13:45:00`.
 * Null outside of 0 to 9999-12-31, where a sheet shows no date either.
 */
export function serialText(
  serial: number,
  shown: { readonly hasDate: boolean; readonly hasTime: boolean },
  system: "1900" | "1904",
): string | null {
  if (!(serial >= 0) || serial >= lastSerial + 1) return null;
  const total = Math.round(serial * msPerDay);
  const day = Math.floor(total / msPerDay);
  const milliseconds = total - day * msPerDay;
  if (!shown.hasDate) return timeText(milliseconds);
  // A time behind a format that shows only the day is kept: dropping it is the reader's decision.
  return shown.hasTime || milliseconds > 0
    ? `${dayText(day, system)} ${timeText(milliseconds)}`
    : dayText(day, system);
}

/** Hours, minutes and seconds of a length of time in days; hours may exceed 24. */
export function durationText(days: number): string {
  const text = timeText(Math.round((Math.abs(days) * msPerDay) / 1000) * 1000);
  return days < 0 ? `-${text}` : text;
}
