import type { DuckDBConnection } from "@duckdb/node-api";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { explainForecast } from "@kleinod/engine/measures/expectation/explain-forecast.ts";
import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import { explainRenewalChoice, renewalModelTexts } from "@kleinod/engine/measures/renewal/renewal-texts.ts";
import type { Explanation } from "@kleinod/engine/measures/reports.ts";
import { expectationDetails } from "../expectation-details.ts";
import { renewalStep } from "../renewal-step.ts";

/** Measures whose figures come from the purchase model, and those that contracts have a part in. */
const fromPurchaseModel: readonly unknown[] = ["expectation", "lifetime"];
const fromContracts: readonly unknown[] = ["renewal", "lifetime"];

/** What the calculation of a figure found in this company's own data: the chosen models, why, and how well they did. */
export async function explanationFindings(
  connection: DuckDBConnection,
  code: string,
): Promise<Explanation["findings"]> {
  const measure = customerColumn(code)?.measure;
  const findings: Text[] = [];
  if (fromPurchaseModel.includes(measure)) {
    const details = await expectationDetails(connection);
    if (details !== null && !("refused" in details)) findings.push(explainForecast(details));
  }
  if (fromContracts.includes(measure)) {
    const found = await contractFinding(connection);
    if (found !== null) findings.push(found);
  }
  return findings;
}

/** How long this company's contracts last, and how that is known; null without contracts or where too few have ended. */
async function contractFinding(connection: DuckDBConnection): Promise<Text | null> {
  const details = await renewalStep(connection);
  if (details === null || details.model === null) return null;
  const { label } = renewalModelTexts[details.model.code];
  const reason = explainRenewalChoice(details);
  return { de: `Verträge, ${label.de}: ${reason.de}`, en: `Contracts, ${label.en}: ${reason.en}` };
}
