import type { Calendar } from "../market/calendar.ts";

const opens = 7 * 60 + 30;
const closes = 17 * 60 + 30;

/** The first day from this one on (or, backwards, up to it) on which people work. May lie outside the calendar. */
export function workday(calendar: Calendar, day: number, step: 1 | -1 = 1): number {
  let at = day;
  while (at >= 0 && at < calendar.days && isFree(calendar, at)) at += step;
  return at;
}

/** Day and minute after so many minutes of work, from half past seven to half past five. */
export function afterWork(
  calendar: Calendar,
  day: number,
  minute: number,
  work: number,
): { day: number; minute: number } {
  let atDay = day;
  let atMinute = Math.min(closes, Math.max(opens, minute)) + work;
  while (atMinute > closes && atDay < calendar.days) {
    atMinute += opens - closes;
    atDay = workday(calendar, atDay + 1);
  }
  return { day: atDay, minute: Math.round(atMinute) };
}

function isFree(calendar: Calendar, day: number): boolean {
  return calendar.weekday[day] === 0 || calendar.weekday[day] === 6 || calendar.isHoliday[day] === 1;
}

/** `08:05:00` */
export function timeText(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${hours < 10 ? "0" : ""}${hours}:${minute % 60 < 10 ? "0" : ""}${minute % 60}:00`;
}
