import type { ParameterSpec } from "../segments/contracts/parameter-spec.ts";
import { segmentsParameterSpecs } from "../segments/parameters.ts";
import { rulesParameters } from "./coherence/rules-parameter.ts";
import { programmeParameters } from "./programme-parameters.ts";

/** All parameters, in the order in which they are shown: those of the stages up to segments, then the programme's. */
export const parameterSpecs: readonly ParameterSpec[] = [
  ...segmentsParameterSpecs,
  ...programmeParameters,
  ...rulesParameters,
];
