import { rhythmStates, sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";

/** Values of enum columns that have a label in the dictionaries under `values`. */
export const valueLabels = [...rhythmStates, ...sizeClasses] as const;
export type Label = (typeof valueLabels)[number];
