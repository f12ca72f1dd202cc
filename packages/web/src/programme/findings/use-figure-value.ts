import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useTexts } from "../../i18n/index.ts";

/** A fact behind a finding in the reader's words. */
export function useFigureValue() {
  const { t, format } = useTexts();
  return ({ unit, value }: CoherenceFinding["figures"][number]): string => {
    if (value === null) return t("frame.unclear");
    if (typeof value === "boolean") return value ? t("programme.yes") : t("programme.no");
    switch (unit) {
      case "ratio":
        return format.percent(value);
      case "cents":
        return format.amount(value);
      default:
        return format.number(value);
    }
  };
}
