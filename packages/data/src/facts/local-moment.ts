/**
 * Local clock time of a day as `yyyy-mm-ddThh:mm:ss`. Exactly midnight would say that only the day is known, so that the
 * first minute of a day stands for it.
 */
export function localMoment(day: string, now: Date = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  const isMidnight = now.getHours() === 0 && now.getMinutes() === 0;
  return `${day}T${pad(now.getHours())}:${isMidnight ? "01" : pad(now.getMinutes())}:00`;
}
