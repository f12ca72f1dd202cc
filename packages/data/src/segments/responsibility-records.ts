import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { accountsByName } from "../facts/accounts-by-name.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { leakFromSamples } from "./leak-from-samples.ts";
import type { ResponsibilityRecords } from "./responsibility-report.ts";

/** What people entered about responsibility, for the report: handovers and the latest time sampling. */
export async function responsibilityRecords(
  workspace: Workspace,
  specialists: readonly string[],
): Promise<ResponsibilityRecords> {
  return {
    handovers: await listHandovers(workspace),
    fromTimeSample: await leakFromSamples(workspace, specialists),
  };
}

/** Newest first, at most 100. */
export async function listHandovers(workspace: Workspace): Promise<ResponsibilityReport["handovers"]> {
  const records = await workspace.records();
  const rows = await records
    .selectFrom("responsibility_handover as h")
    .innerJoin("responsibility_decision as d", "d.id", "h.decision_id")
    .innerJoin("responsibility_exception as e", "e.decision_id", "d.id")
    .select(["d.id", "d.type", "d.name", "d.made_by", "d.made_at", "d.undone_at"])
    .select(["h.from_name", "h.agreed_at", "h.note", "e.source", "e.account_key"])
    .orderBy("d.id", "desc")
    .limit(100)
    .execute();
  const known = await accountsByName(
    workspace,
    rows.map(({ source, account_key }) => ({ source, accountKey: account_key })),
  );
  return rows.map((row) => {
    const customer = known(row.source, row.account_key);
    return {
      id: String(row.id),
      customerId: customer?.customerId ?? null,
      customerName: customer?.name ?? null,
      accountKey: row.account_key,
      from: row.from_name,
      to: { type: row.type ?? "person", name: row.name ?? "" },
      agreedAt: row.agreed_at,
      note: row.note,
      author: row.made_by,
      madeAt: new Date(row.made_at).toISOString(),
      isUndone: row.undone_at !== null,
    };
  });
}
