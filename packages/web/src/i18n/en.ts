import type { de } from "./de.ts";
import * as contractTexts from "./en/contracts.ts";
import * as costTexts from "./en/cost-to-serve.ts";
import * as data from "./en/data.ts";
import * as economics from "./en/economics.ts";
import * as forecastTexts from "./en/forecast.ts";
import * as frame from "./en/frame.ts";
import * as measures from "./en/measures.ts";
import * as needs from "./en/needs.ts";
import * as offerTexts from "./en/offers.ts";
import * as programmeTexts from "./en/programme.ts";
import * as responsibilityTexts from "./en/responsibility.ts";
import * as segmentTexts from "./en/segments.ts";
import * as simulationTexts from "./en/simulation.ts";
import * as triangleTexts from "./en/triangle.ts";

const { importTexts, ...dataTexts } = data;
export const en: typeof de = {
  ...frame,
  ...measures,
  ...economics,
  ...costTexts,
  ...triangleTexts,
  ...needs,
  ...forecastTexts,
  ...contractTexts,
  ...segmentTexts,
  ...responsibilityTexts,
  ...programmeTexts,
  ...simulationTexts,
  ...offerTexts,
  ...dataTexts,
  import: importTexts,
};
