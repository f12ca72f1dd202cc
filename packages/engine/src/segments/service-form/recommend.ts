import type { Text } from "../../measures/measure-contract.ts";
import {
  type SupportBreadth,
  type SupportForm,
  supportBreadths,
} from "../../measures/need/recommendation-contract.ts";
import { reasonTexts } from "./reason-texts.ts";
import type { ServiceFormSettings } from "./service-form-settings.ts";
import { type FormSide, isUrgent, isVaried, type NeedSide } from "./sides.ts";

export interface Recommendation {
  readonly breadth: SupportBreadth;
  readonly form: SupportForm;
  readonly reasons: readonly Text[];
}

/** Breadth by need alone; null while the need is unclear. */
export function recommendBreadth(need: NeedSide, settings: ServiceFormSettings): SupportBreadth | null {
  if (need.needBreadth === null) return null;
  const { extendedFrom, broadFrom, comprehensiveFrom } = settings;
  const step = [extendedFrom, broadFrom, comprehensiveFrom].filter(
    (from) => need.needBreadth! >= from,
  ).length;
  const wider = isVaried(need, settings) || isUrgent(need, settings) ? 1 : 0;
  return supportBreadths[Math.min(step + wider, supportBreadths.length - 1)]!;
}

/** Breadth and form with the reasons; null while the need is unclear: then nothing is recommended. */
export function recommend(
  need: NeedSide,
  side: FormSide,
  settings: ServiceFormSettings,
): Recommendation | null {
  const breadth = recommendBreadth(need, settings);
  if (breadth === null) return null;
  const form = recommendForm(breadth, need, side, settings);
  return { breadth, form, reasons: reasonTexts({ ...need, ...side }, breadth, form, settings) };
}

/** The first that fits. */
function recommendForm(
  breadth: SupportBreadth,
  need: NeedSide,
  { sizeClass, contributionCents, electronicRatio, hasPartner }: FormSide,
  settings: ServiceFormSettings,
): SupportForm {
  const isWide = breadth === "broad" || breadth === "comprehensive";
  if (hasPartner) return "partner";
  if (isWide && contributionCents !== null && contributionCents >= settings.fieldFromCents) return "field";
  if (isWide) return "namedGeneralist";
  const isElectronic = electronicRatio !== null && electronicRatio >= settings.electronicRatio;
  if (isElectronic && !isUrgent(need, settings)) return "portal";
  return sizeClass === "large" ? "namedGeneralist" : "poolGeneralist";
}
