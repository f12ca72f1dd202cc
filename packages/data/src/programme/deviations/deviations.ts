/** The deviation ledger: note, correct, take back, and what it says. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import {
  type Deviation,
  type DeviationInput,
  type DeviationReport,
  storedDeviationSchema,
} from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { deviationReport } from "@kleinod/engine/programme/deviations/deviation-report.ts";
import type { DeviationRules } from "@kleinod/engine/programme/deviations/deviation-rules-contract.ts";
import { daysBefore } from "@kleinod/engine/programme/deviations/drift.ts";
import { contributionSql, expeditedSql, ordersSql } from "@kleinod/engine/programme/deviations/sql.ts";
import { meanRate } from "@kleinod/engine/programme/offers/element-report.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all, one } from "../../duckdb/connect.ts";
import { accountOfCustomer, accountsByName } from "../../facts/accounts-by-name.ts";
import { columnsOfTable } from "../../measures/reports/columns-of-table.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import type { WorkspaceReportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { roleRates } from "../offers/element-facts.ts";
import { readOffers } from "../offers/offer-store.ts";
import { addEntry, everRegistered, readRegister, setEntryUndone } from "../register.ts";

/** What the ledger says today: kinds with drift, variant load and the newest entries. */
export async function reportDeviations(
  workspace: Workspace,
  context: WorkspaceReportContext,
): Promise<DeviationReport> {
  const records = await workspace.records();
  const today = plainDate(workspace.today());
  const rules = parameterValues(context.parameters)["programme.deviations"] as DeviationRules;
  const deviations = await readDeviations(workspace);
  const published = (await readOffers(records)).filter(({ state }) => state === "published");
  const everNoted = await everRegistered(records, "deviation");
  const facts = await workspace.read((connection) =>
    factsOf(connection, context, { deviations, today, rules }),
  );
  return deviationReport({
    today,
    currency: context.currency,
    rules,
    deviations,
    published,
    everNoted,
    ...facts,
  });
}

async function readDeviations(workspace: Workspace): Promise<Deviation[]> {
  const entries = await readRegister(await workspace.records(), "deviation", storedDeviationSchema);
  const known = await accountsByName(
    workspace,
    entries.flatMap(({ content: { source, accountKey } }) =>
      source === null || accountKey === null ? [] : [{ source, accountKey }],
    ),
  );
  return entries.map(({ content: { source, accountKey, ...content }, ...entry }) => {
    const customer = known(source, accountKey);
    return {
      ...content,
      ...entry,
      customerId: customer?.customerId ?? null,
      customerName: customer?.name ?? accountKey,
    };
  });
}

async function factsOf(
  connection: DuckDBConnection,
  context: WorkspaceReportContext,
  { deviations, today, rules }: { deviations: readonly Deviation[]; today: PlainDate; rules: DeviationRules },
) {
  const snapshotTable = table(context.snapshotTable);
  const concerned = deviations.filter(({ at }) => at > daysBefore(today, rules.driftDays));
  const customerIds = [...new Set(concerned.flatMap(({ customerId }) => customerId ?? []))];
  const contributions = await all<{ customerId: number; contributionCents: number | null }>(
    connection,
    contributionSql(snapshotTable, customerIds),
  );
  const rate = meanRate(await roleRates(connection, context));
  return {
    centsPerMinute: rate?.mean ?? null,
    contribution: new Map(
      contributions.flatMap(({ customerId, contributionCents }) =>
        contributionCents === null ? [] : [[customerId, contributionCents] as const],
      ),
    ),
    orders: (await one<{ orders: number }>(connection, ordersSql(snapshotTable))).orders,
    expedited: await expeditedOf(connection, plainDate(context.asOf), rules),
  };
}

/** Null: no file says which orders were expedited. */
async function expeditedOf(connection: DuckDBConnection, asOf: PlainDate, { driftDays }: DeviationRules) {
  if (!(await columnsOfTable(connection, "order_header_current")).has("is_expedited")) return null;
  const counts = await one<{ inWindow: number; inYear: number; customers: number }>(
    connection,
    expeditedSql({ driftFrom: daysBefore(asOf, driftDays), yearFrom: daysBefore(asOf, 365), to: asOf }),
  );
  return counts.inYear === 0 ? null : counts;
}

/** Notes a deviation; with `corrects` it replaces an earlier entry. */
export async function addDeviation(
  workspace: Workspace,
  { corrects, customerId, by, ...content }: DeviationInput,
  author: string,
): Promise<{ readonly ok: true; readonly id: number } | Refused> {
  const today = workspace.today();
  if (content.at > today) {
    return refused(
      "valueNotAllowed",
      `at ist ${content.at}; erlaubt ist bis heute, ${today}.`,
      `at is ${content.at}; allowed is up to today, ${today}.`,
    );
  }
  const records = await workspace.records();
  const unknown = content.offer === null ? null : refuseOffer(await readOffers(records), content);
  if (unknown !== null) return unknown;
  const account = customerId === null ? null : await accountOfCustomer(workspace, customerId);
  if (customerId !== null && account === null) {
    return refused(
      "unknownCustomer",
      `Es gibt keinen Kunden mit der Nummer ${customerId}.`,
      `There is no customer with the number ${customerId}.`,
    );
  }
  const stored = {
    ...content,
    by: by ?? author,
    source: account?.source ?? null,
    accountKey: account?.accountKey ?? null,
  };
  return addEntry(records, { register: "deviation", content: stored, corrects, author });
}

function refuseOffer(
  offers: Awaited<ReturnType<typeof readOffers>>,
  { offer, degreeOfFreedom }: Pick<DeviationInput, "offer" | "degreeOfFreedom">,
): Refused | null {
  const versions = offers.filter(({ code }) => code === offer);
  if (versions.length === 0) {
    return refused("unknownOffer", `Es gibt keine Leistung «${offer}».`, `There is no offer "${offer}".`);
  }
  if (degreeOfFreedom === null) return null;
  const known = versions.flatMap(({ degreesOfFreedom }) => degreesOfFreedom.map(({ code }) => code));
  if (known.includes(degreeOfFreedom)) return null;
  const names = [...new Set(known)].join(", ") || "–";
  return refused(
    "valueNotAllowed",
    `«${offer}» hat keinen Freiheitsgrad «${degreeOfFreedom}»; es gibt: ${names}.`,
    `"${offer}" has no degree of freedom "${degreeOfFreedom}"; there are: ${names}.`,
  );
}

export async function setDeviationUndone(
  workspace: Workspace,
  id: number,
  isUndone: boolean,
  author: string,
): Promise<{ readonly ok: true } | Refused> {
  return setEntryUndone(await workspace.records(), { register: "deviation", id, author }, isUndone);
}
