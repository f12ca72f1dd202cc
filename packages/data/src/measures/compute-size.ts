import { lastCompleteQuarter } from "@kleinod/engine/measures/period.ts";
import { nearestOneTwoFive } from "@kleinod/engine/segments/size/one-two-five.ts";
import { sizeLineSql, sizeProposalSql, sizeSql } from "@kleinod/engine/segments/size/sql.ts";
import { one, runEach } from "../duckdb/connect.ts";
import type { StepContext } from "./steps.ts";

/** The size line that holds: the entered one, else the proposal; null without any sales. */
export async function computeSize({ connection, settings }: StepContext): Promise<Record<string, unknown>> {
  const proposal = await one<{ cents: number | null }>(connection, sizeProposalSql());
  const proposedCents = proposal.cents === null ? null : nearestOneTwoFive(proposal.cents);
  const lineCents = settings.sizeLineCents ?? proposedCents;
  const isProposal = settings.sizeLineCents === null;
  const lastQuarter = lastCompleteQuarter(settings.asOf);
  await runEach(connection, [
    sizeLineSql(lineCents, isProposal),
    ...sizeSql(settings, lineCents, lastQuarter),
  ]);
  return { sizeLineCents: lineCents, sizeLineIsProposal: isProposal, proposedLineCents: proposedCents };
}
