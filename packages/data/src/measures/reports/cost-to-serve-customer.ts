import type { DuckDBConnection } from "@duckdb/node-api";
import { entryChannels } from "@kleinod/engine/facts/events/contract.ts";
import type { CostEvent } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import { pricedEventsSql } from "@kleinod/engine/measures/cost-to-serve/effort-sql.ts";
import { eventSourceSql, factEvents } from "@kleinod/engine/measures/cost-to-serve/event-sources.ts";
import { activitiesOf, type CostModel, costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { addDays, type PoolPlan } from "@kleinod/engine/measures/cost-to-serve/plan-pools.ts";
import { lineOfRow } from "@kleinod/engine/measures/cost-to-serve/problems-sql.ts";
import type { CustomerCost } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { costCustomerSql, customerEffortSql } from "@kleinod/engine/measures/cost-to-serve/report-sql.ts";
import { explainLifetime } from "@kleinod/engine/measures/lifetime/explain-lifetime.ts";
import { customerLifetimeSql } from "@kleinod/engine/measures/lifetime/sql.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { date, number } from "@kleinod/engine/measures/sql-text.ts";
import { allocate, cents } from "@kleinod/engine/units.ts";
import { all } from "../../duckdb/connect.ts";
import { type CostInput, dropEventTables, prepareEvents } from "../cost-to-serve.ts";
import { roleLabel } from "./cost-to-serve.ts";
import { costToServeDetails } from "./cost-to-serve-details.ts";
import type { ReportContext } from "./report-context.ts";

/** Entries listed at most; the activities above hold all of them. */
const mostEntries = 2000;

interface EffortRow {
  readonly activity: string;
  readonly role: string;
  readonly pool_group: number | null;
  readonly pool: string | null;
  readonly channel: string | null;
  readonly events: number;
  readonly loggedEvents: number;
  readonly minutesMilli: number;
  readonly fullCents: number;
  readonly avoidableCents: number;
}

interface EventRow {
  readonly activity: number;
  readonly role: number | null;
  readonly pool_group: number | null;
  readonly channel: number | null;
  readonly logged_milli: number | null;
  readonly milli: number;
  readonly money_cents: number | null;
  readonly day: string;
  readonly key: string;
  readonly source: string | null;
  readonly batch_no: number | null;
  readonly row_no: number | null;
  readonly person: string | null;
  readonly reason: string | null;
  readonly drivers: string;
}

/** What one customer's cost is made of, down to documents and minutes; null when the snapshot does not know the number. */
export async function customerCost(
  connection: DuckDBConnection,
  context: ReportContext,
  customerId: number,
): Promise<CustomerCost | null> {
  const [row] = await all<Omit<CustomerCost["customer"], "horizonMonths">>(
    connection,
    costCustomerSql(context.snapshotTable),
    [customerId],
  );
  if (row === undefined) return null;
  const asOf = plainDate(context.asOf);
  const window = { from: monthsBefore(asOf, 12), asOf };
  const model = costModel(Object.fromEntries(context.parameters.map(({ code, value }) => [code, value])));
  const details = await costToServeDetails(connection);
  const plan: PoolPlan = {
    pools: [],
    problems: [],
    centsPerMinute: details.plan.centsPerMinute,
    groups: details.plan.groups.map((group) => ({ ...group, shares: [] })),
  };
  const effort = await all<EffortRow>(connection, customerEffortSql(), [customerId]);
  const events = await eventsOf(connection, { model, plan, coverage: details.coverage, window }, customerId);
  const places = {
    files: await fileNames(connection, events),
    documents: await documentPlaces(connection, customerId, window),
  };
  const entries = effort.flatMap((part) => entriesOf(part, events, model, places, context.asOf));
  entries.sort((a, b) => (a.date === b.date ? (a.activity < b.activity ? -1 : 1) : a.date < b.date ? 1 : -1));
  return {
    asOf: context.asOf,
    from: addDays(window.from, 1),
    currency: context.currency,
    horizonMonths: model.horizon,
    customer: { ...row, horizonMonths: model.horizon },
    activities: effort.map(({ minutesMilli, pool_group: _group, ...part }) => {
      const activity = model.activities.find(({ code }) => code === part.activity);
      return {
        ...part,
        label: activity?.label ?? { de: part.activity, en: part.activity },
        roleLabel: roleLabel(model, part.role),
        minutes: minutesMilli / 1000,
        centsPerMinute: minutesMilli === 0 ? null : (part.fullCents * 1000) / minutesMilli,
        avoidableRatio: activity?.avoidableRatio[String(model.horizon) as "12"] ?? 0,
        equation: activity?.equation ?? "",
        isAssumption: activity?.isAssumption ?? true,
        grade: activity?.grade ?? "D",
      };
    }),
    entries: entries.slice(0, mostEntries),
    totalEntries: entries.length,
    lifetime: await lifetimeOf(connection, context, customerId),
  };
}

interface Places {
  readonly files: ReadonlyMap<number, string>;
  readonly documents: ReadonlyMap<string, DocumentPlace>;
}

/** The events behind one row of effort; its cents are split over them by minutes, exactly. */
function entriesOf(
  part: EffortRow,
  events: readonly EventRow[],
  model: CostModel,
  { files, documents }: Places,
  asOf: string,
): CustomerCost["entries"] {
  const activity = model.activities.find(({ code }) => code === part.activity);
  if (activity === undefined) return [];
  const { activity: code, channel, role, fullCents } = part;
  const common = { activity: code, label: activity.label, event: activity.event, channel, role };
  const roleIndex = model.roles.findIndex((candidate) => candidate.code === role);
  const own = events.filter(
    (event) =>
      event.activity === activity.index &&
      (event.role ?? -1) === roleIndex &&
      event.pool_group === part.pool_group &&
      (event.channel === null ? null : entryChannels[event.channel]) === channel,
  );
  if (own.length === 0) {
    // A customer year happens in no file.
    const nowhere = { source: null, file: null, line: null };
    const blank = { key: null, person: null, reason: null, drivers: {}, isLogged: false, place: nowhere };
    return [{ ...common, ...blank, date: asOf, minutes: part.minutesMilli / 1000, fullCents }];
  }
  const split = allocate(
    cents(fullCents),
    own.map((event, id) => ({ id, weight: event.money_cents ?? event.milli })),
  );
  return own.map((event, index) => {
    const document = event.source === null ? documents.get(event.key) : undefined;
    const file = event.batch_no === null ? null : (files.get(event.batch_no) ?? null);
    return {
      ...common,
      key: document?.number ?? event.key,
      date: event.day,
      person: event.person,
      reason: event.reason,
      drivers: driversOf(event.drivers),
      minutes: event.milli / 1000,
      isLogged: event.logged_milli !== null,
      fullCents: split.get(index)!,
      place: {
        source: document?.source ?? event.source,
        file: document?.file ?? file,
        line: lineOfRow(document?.row_no ?? event.row_no),
      },
    };
  });
}

async function lifetimeOf(
  connection: DuckDBConnection,
  { parameters }: ReportContext,
  customerId: number,
): Promise<CustomerCost["lifetime"]> {
  const [row] = await all<Omit<NonNullable<CustomerCost["lifetime"]>, "months" | "sentence">>(
    connection,
    customerLifetimeSql(),
    [customerId],
  );
  if (row === undefined) return null;
  const months = Number(parameters.find(({ code }) => code === "lifetime.months")?.value);
  return { ...row, months, sentence: explainLifetime({ ...row, months }) };
}

async function eventsOf(
  connection: DuckDBConnection,
  input: CostInput,
  customerId: number,
): Promise<EventRow[]> {
  await prepareEvents(connection, input, customerId);
  const rows: EventRow[] = [];
  for (const event of factEvents as readonly CostEvent[]) {
    const source = eventSourceSql(event, input.coverage, input.window);
    if (source === null || activitiesOf(input.model, event).length === 0) continue;
    const own = `SELECT * FROM (${source}) WHERE customer_id = ${number(customerId)}`;
    rows.push(...(await all<EventRow>(connection, pricedEventsSql(event, own, input, true))));
  }
  await dropEventTables(connection);
  return rows;
}

/** Only drivers that the file states. */
function driversOf(json: string): Record<string, number> {
  const stated = Object.entries(JSON.parse(json) as Record<string, number | null>);
  return Object.fromEntries(stated.filter((entry): entry is [string, number] => entry[1] !== null));
}

async function fileNames(
  connection: DuckDBConnection,
  events: readonly EventRow[],
): Promise<Map<number, string>> {
  const numbers = [...new Set(events.flatMap(({ batch_no }) => (batch_no === null ? [] : [batch_no])))];
  if (numbers.length === 0) return new Map();
  const rows = await all<{ batch_no: number; file_name: string }>(
    connection,
    `SELECT batch_no, file_name FROM batch WHERE batch_no IN (${numbers.map(number).join(", ")})`,
  );
  return new Map(rows.map((row) => [row.batch_no, row.file_name]));
}

interface DocumentPlace {
  readonly key: string;
  readonly number: string | null;
  readonly source: string | null;
  readonly file: string | null;
  readonly row_no: number | null;
}

/** Number and first line of the documents that stand in for events. */
async function documentPlaces(
  connection: DuckDBConnection,
  customerId: number,
  { from, asOf }: CostInput["window"],
): Promise<Map<string, DocumentPlace>> {
  const rows = await all<DocumentPlace>(
    connection,
    `SELECT CAST(l.document_id AS VARCHAR) AS key, min(l.document_number) AS number, min(l.source) AS source,
      arg_min(b.file_name, (l.batch_no, l.row_no)) AS file, arg_min(l.row_no, (l.batch_no, l.row_no)) AS row_no
    FROM sale_line_current l LEFT JOIN batch b ON b.batch_no = l.batch_no
    WHERE l.customer_id = ? AND l.document_date > ${date(from)} AND l.document_date <= ${date(asOf)}
    GROUP BY l.document_id`,
    [customerId],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
