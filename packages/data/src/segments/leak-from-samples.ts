import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { wilson } from "@kleinod/engine/wilson.ts";
import { accountsByName } from "../facts/accounts-by-name.ts";
import { sizesByCustomer } from "../facts/time-samples-sizes.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

/**
 * The leak as the latest time sampling saw it: of the random moments of specialists, the share at small customers, with its
 * sampling error. Null without a sample of specialists.
 */
export async function leakFromSamples(
  workspace: Workspace,
  specialists: readonly string[],
): Promise<ResponsibilityReport["leak"]["fromTimeSample"]> {
  if (specialists.length === 0) return null;
  const records = await workspace.records();
  const rows = await records
    .selectFrom("time_sample as s")
    .innerJoin("sampling_campaign as c", "c.id", "s.campaign_id")
    .select(["c.id", "c.name", "s.source", "s.account_key"])
    .where("s.is_undone", "=", false)
    .where("c.is_undone", "=", false)
    .where("s.role", "in", [...specialists])
    .where("s.activity", "is not", null)
    .orderBy("c.id", "desc")
    .execute();
  const first = rows[0];
  if (first === undefined) return null;
  const own = rows.filter(({ id }) => id === first.id);
  const known = await accountsByName(
    workspace,
    own.flatMap(({ source, account_key }) =>
      source === null || account_key === null ? [] : [{ source, accountKey: account_key }],
    ),
  );
  const customers = own.map(({ source, account_key }) => known(source, account_key)?.customerId ?? null);
  const sizes = await sizesByCustomer(
    workspace,
    customers.filter((id) => id !== null),
  );
  const small = customers.filter((id) => id !== null && sizes.get(id) === "small").length;
  const interval = wilson(small, own.length);
  if (interval === null) return null;
  return {
    campaignId: String(first.id),
    name: first.name,
    samples: own.length,
    ratio: small / own.length,
    ...interval,
  };
}
