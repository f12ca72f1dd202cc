import { sizeLinePreviewSql } from "@kleinod/engine/measures/reports/overview-sql.ts";
import { nearestOneTwoFive } from "@kleinod/engine/segments/size/one-two-five.ts";
import { one } from "../duckdb/connect.ts";
import type { RunContext } from "../import/progress.ts";
import { reportContext } from "../workspace/measure-context.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { newestSnapshot } from "../workspace/snapshots.ts";

export interface SizeLineProposal {
  readonly ok: true;
  readonly proposalCents: number;
  /** Values on a 1-2-5 scale around the proposal, smallest first. */
  readonly stepsCents: readonly number[];
  readonly currency: string | null;
}

/** Steps of the scale offered on either side of the proposal: two powers of ten. */
const stepsAside = 6;

/** The line at which the larger customers hold 75 % of the last 12 months' sales, on a 1-2-5 scale. */
export async function proposeSizeLine(
  workspace: Workspace,
  run: RunContext = {},
): Promise<SizeLineProposal | Refused> {
  const found = await reportContext(workspace, {}, run);
  if (!found.ok) return found;
  const snapshot = await workspace.read(newestSnapshot);
  const proposalCents = snapshot?.proposedLineCents ?? null;
  if (proposalCents === null) {
    return refused(
      "noSales",
      "Ohne Umsatz in den letzten 12 Monaten lässt sich keine Grössenlinie vorschlagen. Importieren Sie Rechnungszeilen.",
      "Without sales in the last 12 months no size line can be proposed. Import invoice lines.",
    );
  }
  return {
    ok: true,
    proposalCents,
    stepsCents: stepsAround(proposalCents),
    currency: found.context.currency,
  };
}

function stepsAround(proposalCents: number): number[] {
  const steps = new Set<number>();
  for (let step = -stepsAside; step <= stepsAside; step++) {
    const value = proposalCents * 10 ** (step / 3);
    if (value >= 100) steps.add(nearestOneTwoFive(value));
  }
  return [...steps].sort((a, b) => a - b);
}

export interface SizeLineCount {
  readonly ok: true;
  readonly small: number;
  readonly large: number;
  /** Of the sales of the last 12 months; null when they are not positive. */
  readonly smallSalesShare: number | null;
  readonly largeSalesShare: number | null;
}

/** How many customers lie on either side of a line by their last 12 months; classes with their memory come from measuring. */
export async function countAtSizeLine(
  workspace: Workspace,
  lineCents: number,
): Promise<SizeLineCount | Refused> {
  if (!Number.isSafeInteger(lineCents) || lineCents <= 0) {
    return refused(
      "valueNotAllowed",
      `Die Grössenlinie kann nicht ${lineCents} sein; erlaubt ist eine ganze Zahl Rappen oder Cent über 0.`,
      `The size line cannot be ${lineCents}; allowed is a whole number of cents above 0.`,
    );
  }
  const found = await reportContext(workspace, { stale: "latest" });
  if (!found.ok) return found;
  const { small, large, small_cents, large_cents } = await workspace.read((connection) =>
    one<{ small: number; large: number; small_cents: number; large_cents: number }>(
      connection,
      sizeLinePreviewSql(found.context.snapshotTable, lineCents),
    ),
  );
  const total = small_cents + large_cents;
  const share = (part: number) => (total > 0 ? part / total : null);
  return {
    ok: true,
    small,
    large,
    smallSalesShare: share(small_cents),
    largeSalesShare: share(large_cents),
  };
}
