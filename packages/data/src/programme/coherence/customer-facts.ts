/** Facts of rules that the customer table tells, for every segment of a plan. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { countText } from "@kleinod/engine/figure-text.ts";
import { activitiesOf, costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { askedShares, segmentShareKey } from "@kleinod/engine/programme/coherence/asked-shares.ts";
import type { FactValue } from "@kleinod/engine/programme/coherence/facts-contract.ts";
import type { CoherenceRule } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { cheaperPathSql, type KeyedCondition, sharesSql } from "@kleinod/engine/programme/coherence/sql.ts";
import { allSmall } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { resolveDefinition } from "@kleinod/engine/segments/builder/resolve.ts";
import { definitionSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { Text } from "@kleinod/engine/text.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { one } from "../../duckdb/connect.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import type { ReportContext } from "../../measures/reports/report-context.ts";
import { type CustomerTable, customerTable } from "../../segments/segment-columns.ts";
import type { StoredSegment } from "../../segments/segment-store.ts";
import { smallMembers } from "../small-members.ts";

export interface CustomerFacts {
  readonly withoutCheaperPath: FactValue;
  readonly segmentShares: ReadonlyMap<string, FactValue>;
}

export interface CustomerFactsInput {
  readonly context: Pick<ReportContext, "asOf" | "snapshotTable" | "parameters">;
  readonly rules: readonly CoherenceRule[];
  /** Of the plan. */
  readonly segments: readonly string[];
  readonly stored: readonly StoredSegment[];
}

/** By segment of the plan. */
export async function customerFacts(
  connection: DuckDBConnection,
  { context, rules, segments, stored }: CustomerFactsInput,
): Promise<Map<string, CustomerFacts>> {
  const base = await customerTable(connection, context.snapshotTable);
  const asOf = context.asOf as PlainDate;
  const known = await smallMembers(connection, context, stored);
  const members = segments.map((code, index) => ({
    key: `s${index}`,
    // Nobody belongs to a segment that is gone or does not run on this table.
    sql: known.find((segment) => segment.code === code)?.sql ?? "false",
  }));
  const asked = askedShares(rules).map((definition, index) => {
    const resolution = resolveDefinition(definition, base.columns);
    // A column that this table lacks is unknown of everybody.
    const sql = resolution.ok ? definitionSql(resolution.definition, asOf) : "CAST(NULL AS BOOLEAN)";
    return { key: `c${index}`, sql, name: segmentShareKey(definition) };
  });
  const shares = await one<Counts>(connection, sharesSql(base.table, members, asked));
  const paths = await pathCounts(connection, context, base, members);
  return new Map(
    members.map(({ key }, index) => [
      segments[index] ?? allSmall,
      {
        withoutCheaperPath: withoutPath(paths, key),
        segmentShares: new Map(asked.map((one) => [one.name, shareOf(shares, key, one.key)])),
      },
    ]),
  );
}

type Counts = Readonly<Record<string, number>>;

async function pathCounts(
  connection: DuckDBConnection,
  { parameters }: Pick<ReportContext, "parameters">,
  base: CustomerTable,
  members: readonly KeyedCondition[],
): Promise<Counts | null> {
  if (!base.names.has("email")) return null;
  const orders = activitiesOf(costModel(parameterValues(parameters)), "order").map(({ code }) => code);
  return one<Counts>(connection, cheaperPathSql(base.table, members, orders));
}

function withoutPath(counts: Counts | null, key: string): FactValue {
  const customers = counts?.[`${key}_customers`] ?? 0;
  if (counts === null || customers === 0 || (counts[`${key}_mails`] ?? 0) === 0) {
    return {
      value: null,
      note: { de: "keine E-Mail-Adresse ist bekannt", en: "no e-mail address is known" },
    };
  }
  return { value: (counts[`${key}_without`] ?? 0) / customers, note: null };
}

function shareOf(counts: Counts, member: string, condition: string): FactValue {
  const customers = counts[`${member}_customers`] ?? 0;
  const yes = counts[`${member}_${condition}_yes`] ?? 0;
  const unknown = counts[`${member}_${condition}_unknown`] ?? 0;
  if (customers === 0)
    return { value: null, note: { de: "das Segment hat keine Kunden", en: "the segment has no customers" } };
  if (unknown === customers)
    return { value: null, note: { de: "von keinem Kunden bekannt", en: "known of no customer" } };
  return {
    value: yes / (customers - unknown),
    low: yes / customers,
    high: (yes + unknown) / customers,
    note: unknown === 0 ? null : unknownOf(unknown),
  };
}

function unknownOf(customers: number): Text {
  const { de, en } = countText(customers);
  return { de: `von ${de} Kunden unbekannt`, en: `unknown of ${en} customers` };
}
