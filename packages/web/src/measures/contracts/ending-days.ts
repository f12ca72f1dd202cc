/** Choices of how far ahead the call list looks. */
export const endingDays = [30, 60, 90, 180, 365] as const;
export type EndingDays = (typeof endingDays)[number];
/** Notice is often due three months before the end: who looks ahead less far calls too late. */
export const usualDays: EndingDays = 180;

export const pageSize = 50;
const mostRows = 10_000;

/** How many rows the address asks for. */
export function limitOf(text: string | undefined): number {
  return Math.min(mostRows, Math.max(pageSize, Math.floor(Number(text)) || pageSize));
}

/** The days of the address; anything else than a choice is the usual one. */
export function daysOf(text: string | undefined): EndingDays {
  return endingDays.find((days) => String(days) === text) ?? usualDays;
}
