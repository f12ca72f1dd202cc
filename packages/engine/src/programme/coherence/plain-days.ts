/** So many calendar days later (−: earlier), both `yyyy-mm-dd`. */
export function liveDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
