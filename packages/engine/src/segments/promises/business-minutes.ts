/**
 * Business minutes between two local times: working days count from opening to closing, holidays and the rest of the week do
 * not. In closed form, so that SQL needs no calendar: B(b) − B(a) with B(t) = minutes of all working days before the day of
 * t, plus what has passed of its own.
 */
import type { BusinessHours } from "./promise-contract.ts";

/** A Monday before every date that a file may hold. */
const anchor = "1900-01-01";
const dayMilliseconds = 86_400_000;

interface Week {
  /** Minutes from midnight. */
  readonly opens: number;
  readonly minutesPerDay: number;
  readonly perWeek: number;
  /** Working days of a week before its Monday, Tuesday, … Sunday. */
  readonly before: readonly number[];
  readonly isOpen: readonly boolean[];
  /** Holidays that fall on a working day, each once. */
  readonly holidays: readonly string[];
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dayNumber = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.parse(anchor)) / dayMilliseconds;

function weekOf({ weekdays, opensAt, closesAt, holidays }: BusinessHours): Week {
  const isOpen = Array.from({ length: 7 }, (_, index) => weekdays.includes(index + 1));
  const before = isOpen.map((_, index) => isOpen.slice(0, index).filter(Boolean).length);
  const onWorkingDays = [...new Set(holidays)].filter((day) => isOpen[dayNumber(day) % 7] === true).sort();
  return {
    opens: minuteOf(opensAt),
    minutesPerDay: minuteOf(closesAt) - minuteOf(opensAt),
    perWeek: isOpen.filter(Boolean).length,
    before,
    isOpen,
    holidays: onWorkingDays,
  };
}

/** Minutes of one whole working day. */
export const minutesPerWorkday = (hours: BusinessHours): number => weekOf(hours).minutesPerDay;

/**
 * Business minutes from one local time to a later one, seconds left out; negative when it is earlier.
 * @param from `yyyy-mm-ddThh:mm` (or a blank for the T), seconds are cut off
 */
export function businessMinutes(hours: BusinessHours, from: string, to: string): number {
  const week = weekOf(hours);
  return passed(week, to) - passed(week, from);
}

function passed(week: Week, moment: string): number {
  const day = moment.slice(0, 10);
  const number = dayNumber(day);
  const weekday = number % 7;
  const holidaysBefore = week.holidays.filter((holiday) => holiday < day).length;
  const days = Math.floor(number / 7) * week.perWeek + week.before[weekday]! - holidaysBefore;
  const isWorkday = week.isOpen[weekday]! && !week.holidays.includes(day);
  const since = minuteOf(moment.slice(11, 16)) - week.opens;
  const today = isWorkday ? Math.min(Math.max(since, 0), week.minutesPerDay) : 0;
  return days * week.minutesPerDay + today;
}

/** The same as a BIGINT expression of DuckDB over two TIMESTAMP expressions; NULL where either is. */
export function businessMinutesSql(hours: BusinessHours, from: string, to: string): string {
  const week = weekOf(hours);
  return `(${passedSql(week, to)} - ${passedSql(week, from)})`;
}

function passedSql(week: Week, moment: string): string {
  const number = `date_diff('day', DATE '${anchor}', CAST(${moment} AS DATE))`;
  const list = (values: readonly number[]) => `[${values.join(", ")}][${number} % 7 + 1]`;
  const day = `CAST(${moment} AS DATE)`;
  const holidays = week.holidays.map((holiday) => `CAST(${day} > DATE '${holiday}' AS BIGINT)`).join(" + ");
  const days = `${number} // 7 * ${week.perWeek} + ${list(week.before)}${holidays === "" ? "" : ` - (${holidays})`}`;
  const isHoliday =
    week.holidays.length === 0
      ? ""
      : ` * CAST(${day} NOT IN (${week.holidays.map((holiday) => `DATE '${holiday}'`).join(", ")}) AS BIGINT)`;
  const isOpen = list(week.isOpen.map(Number));
  const since = `(date_part('hour', ${moment}) * 60 + date_part('minute', ${moment}) - ${week.opens})`;
  const today = `least(greatest(${since}, 0), ${week.minutesPerDay})`;
  return `((${days}) * ${week.minutesPerDay} + ${today} * ${isOpen}${isHoliday})`;
}
