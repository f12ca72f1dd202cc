import {
  storedDecisionSchema,
  storedReviewSchema,
} from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { storedDeviationSchema } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { elementProfileSchema } from "@kleinod/engine/programme/offers/element-contract.ts";
import { transferInputSchema } from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { type DoctorCheck, fine, restoreOrReport, wrong } from "../workspace/doctor-check.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { readOffers } from "./offers/offer-store.ts";
import { readRegister } from "./register.ts";

/** Offers, transfers, deviations and decisions still read as what they are, and every review has its decision. */
export async function checkRegisters(workspace: Workspace): Promise<DoctorCheck> {
  const records = await workspace.records();
  const offers = await readOffers(records);
  await readRegister(records, "element", elementProfileSchema);
  await readRegister(records, "transfer", transferInputSchema.omit({ corrects: true }));
  const deviations = await readRegister(records, "deviation", storedDeviationSchema);
  const decisions = await readRegister(records, "decision", storedDecisionSchema);
  const reviews = await readRegister(records, "review", storedReviewSchema);
  const roots = new Set(decisions.map(({ id, content }) => content.root ?? id));
  const codes = new Set(offers.map(({ code }) => code));
  const lost =
    reviews.filter(({ content }) => !roots.has(content.decision)).length +
    deviations.filter(({ content }) => content.offer !== null && !codes.has(content.offer)).length;
  if (lost === 0) {
    return fine(
      "registersRead",
      "Leistungen, Abweichungen und Entscheide lassen sich lesen.",
      "Offers, deviations and decisions can be read.",
    );
  }
  return wrong(
    "registersRead",
    {
      de: `${lost} Einträge nennen einen Entscheid oder eine Leistung, die es nicht gibt.`,
      en: `${lost} entries name a decision or an offer that does not exist.`,
    },
    restoreOrReport,
  );
}
