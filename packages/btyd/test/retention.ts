/**
 * Customers of a subscription who are still there after 0 to 12 years, of 1,000 in each of two segments; the paper fits the first
 * years and holds the rest against the projection.
 *
 * Source: Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1) 76-90; percent times
 * ten. The data are from Berry & Linoff.
 */
export const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
export const regular = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];

/** The first `years` years, for a fit. */
export function calibration(survivors: readonly number[], years: number): { survivors: number[] } {
  return { survivors: survivors.slice(0, years + 1) };
}
