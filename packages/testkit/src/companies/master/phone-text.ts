import type { Random } from "../../random.ts";

/** A phone number in one of the ways in which people type it. `digits` as in `Firm.phone`. */
export function phoneText(digits: string, random: Random): string {
  const style = random.below(10);
  if (digits.startsWith("+423")) return `+423 ${digits.slice(4, 7)} ${digits.slice(7, 9)} ${digits.slice(9)}`;
  const [area, a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)];
  if (style < 5) return `${area} ${a} ${b} ${c}`;
  if (style < 8) return `+41 ${area.slice(1)} ${a} ${b} ${c}`;
  if (style < 9) return `${area}/${a} ${b} ${c}`;
  return digits;
}

/** The mobile number of a person at a firm: local part starts with 0, which is never assigned. */
export function mobileDigits(random: Random): string {
  return `${random.pick(["076", "078", "079"])}0${String(random.below(1_000_000)).padStart(6, "0")}`;
}
