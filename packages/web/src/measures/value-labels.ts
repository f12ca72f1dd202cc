import { costTiers } from "@kleinod/engine/measures/contracts/cost-to-serve-columns.ts";
import { rhythmStates, sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import { supportBreadths, supportForms } from "@kleinod/engine/measures/need/recommendation-contract.ts";

/** As in the rules of responsibility, whose contract would bring zod into the browser. */
export const responsibleTypes = ["person", "pool", "partner", "ownUnit"] as const;
const responsibilityOrigins = ["rule", "exception", "masterData"] as const;

/** Values of enum columns that have a label in the dictionaries under `values`; a partner is type, form and origin. */
export const valueLabels = [
  ...rhythmStates,
  ...sizeClasses,
  ...costTiers,
  ...supportBreadths,
  ...supportForms,
  "person",
  "pool",
  "ownUnit",
  ...responsibilityOrigins,
] as const;
export type Label = (typeof valueLabels)[number];
