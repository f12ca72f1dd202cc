import * as contractTexts from "./de/contracts.ts";
import * as costTexts from "./de/cost-to-serve.ts";
import * as data from "./de/data.ts";
import * as economics from "./de/economics.ts";
import * as forecastTexts from "./de/forecast.ts";
import * as frame from "./de/frame.ts";
import * as measures from "./de/measures.ts";
import * as needs from "./de/needs.ts";
import * as offerTexts from "./de/offers.ts";
import * as programmeTexts from "./de/programme.ts";
import * as responsibilityTexts from "./de/responsibility.ts";
import * as segmentTexts from "./de/segments.ts";
import * as simulationTexts from "./de/simulation.ts";
import * as triangleTexts from "./de/triangle.ts";

/** All German texts in Swiss spelling; their keys are the type of every translation. */
const { importTexts, ...dataTexts } = data;
export const de = {
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
