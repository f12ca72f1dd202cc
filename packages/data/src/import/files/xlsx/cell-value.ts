import { type CellFormat, plainFormat } from "./cell-format.ts";
import { durationText, serialText } from "./serial-date.ts";

/** Digits that surely are what the sheet shows: no exponent, and no noise from binary fractions. */
const shortNumber = /^-?\d{1,15}$|^-?\d{1,9}\.\d{1,6}$/;

/** The decimal text of a number at the 15 digits that a sheet shows; `12.339999999999999` was entered as 12.34. */
export function numberText(stored: string): string {
  if (shortNumber.test(stored)) return stored;
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === "") return stored;
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text;
  const [mantissa = "0", exponent = "0"] = text.split("e");
  const power = Number(exponent);
  const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const sign = value < 0 ? "-" : "";
  if (power >= 0) return `${sign}${whole}${fraction.padEnd(power, "0")}`;
  return `${sign}0.${"0".repeat(-power - 1)}${whole}${fraction}`;
}

/** Text of a number cell in the format that its style gives it. */
export function formattedNumber(
  stored: string,
  format: CellFormat | undefined,
  system: "1900" | "1904",
): string {
  const shown = format ?? plainFormat;
  switch (shown.kind) {
    case "plain":
      return numberText(stored);
    case "date":
      return serialText(Number(stored), shown, system) ?? numberText(stored);
    case "duration":
      return Number.isFinite(Number(stored)) ? durationText(Number(stored)) : stored;
    case "padded":
      return /^\d+$/.test(stored) ? stored.padStart(shown.digits, "0") : numberText(stored);
  }
}
