/** Small stores with events of every kind, for the tests of cost to serve. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { EntryChannel } from "@kleinod/engine/facts/events/contract.ts";
import { entryChannels } from "@kleinod/engine/facts/events/contract.ts";
import type { ReferenceEvent } from "@kleinod/engine/measures/cost-to-serve/reference.ts";
import { seeded } from "./test-base.ts";
import type { TestLine } from "./test-relations.ts";

export interface TestPool {
  readonly code: string;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly costCents: number | null;
  readonly capacityMinutes: number | null;
}

const sql = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined
    ? "NULL"
    : typeof value === "string"
      ? `'${value.replaceAll("'", "''")}'`
      : String(value);
const values = (cells: readonly (string | number | boolean | null | undefined)[]) =>
  `(${cells.map(sql).join(", ")})`;

/** Writes events into the relations; deliveries and invoices of documents are documents and are left out. */
export async function addEvents(
  connection: DuckDBConnection,
  events: readonly ReferenceEvent[],
): Promise<void> {
  const insert = async (relation: string, columns: string, rows: string[]) => {
    if (rows.length === 0) return;
    await connection.run(`INSERT INTO ${relation} (${columns}) VALUES ${rows.join(", ")}`);
  };
  const of = (event: ReferenceEvent["event"]) =>
    events.flatMap((item, index) => (item.event === event ? [{ ...item, index }] : []));
  const expedited = (item: ReferenceEvent) => item.drivers?.expedited === 1;
  await insert(
    "order_header_current",
    "source, order_number, order_date, channel, lines, is_expedited, batch_no, row_no, customer_id",
    of("order").map((item) =>
      values([
        "erp",
        `O${item.index}`,
        item.day,
        item.channel,
        item.drivers?.lines,
        expedited(item),
        1,
        item.index,
        item.customerId,
      ]),
    ),
  );
  await insert(
    "delivery_current",
    "source, delivery_number, delivery_date, lines, is_expedited, freight_cents, batch_no, row_no, customer_id",
    of("delivery").map((item) =>
      values([
        "erp",
        `L${item.index}`,
        item.day,
        item.drivers?.lines,
        expedited(item),
        item.moneyCents,
        1,
        item.index,
        item.customerId,
      ]),
    ),
  );
  await insert(
    "return_current",
    "source, return_number, return_date, lines, cost_cents, batch_no, row_no, customer_id",
    of("return").map((item) =>
      values([
        "erp",
        `R${item.index}`,
        item.day,
        item.drivers?.lines,
        item.moneyCents,
        1,
        item.index,
        item.customerId,
      ]),
    ),
  );
  await insert(
    "activity_current",
    "source, activity_key, activity_date, activity_type, role, minutes, channel, batch_no, row_no, customer_id",
    of("activity").map((item) =>
      values([
        "crm",
        `A${item.index}`,
        item.day,
        item.activityType,
        item.role,
        item.minutes,
        item.channel,
        1,
        item.index,
        item.customerId,
      ]),
    ),
  );
  await insert(
    "service_case_current",
    "source, case_number, case_date, role, minutes, transfers, reopenings, channel, batch_no, row_no, customer_id",
    of("case").map((item) =>
      values([
        "crm",
        `C${item.index}`,
        item.day,
        item.role,
        item.minutes,
        item.drivers?.transfers,
        item.drivers?.reopenings,
        item.channel,
        1,
        item.index,
        item.customerId,
      ]),
    ),
  );
  await insert(
    "dunning_current",
    "source, notice_key, notice_date, level, batch_no, row_no, customer_id",
    of("dunning").map((item) =>
      values(["erp", `M${item.index}`, item.day, item.drivers?.level, 1, item.index, item.customerId]),
    ),
  );
}

export async function addPools(connection: DuckDBConnection, pools: readonly TestPool[]): Promise<void> {
  if (pools.length === 0) return;
  const rows = pools.map(({ code, role, from, to, costCents, capacityMinutes }, index) =>
    values(["erp", code, from, to, role, costCents, capacityMinutes, 1, index]),
  );
  await connection.run(`INSERT INTO cost_pool_current
    (source, pool_code, valid_from, valid_to, role, cost_cents, capacity_minutes, batch_no, row_no) VALUES ${rows.join(", ")}`);
}

export interface CostBase {
  readonly lines: readonly TestLine[];
  readonly events: readonly ReferenceEvent[];
}

/** Days of the window that ends at `asOf`, in order. */
export function windowDays(from: string, asOf: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(asOf); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}

/** Events of every kind for some customers and for nobody, with gaps in what is known, inside and outside the window. */
export function randomCostBase(seed: number, customers = 40): CostBase {
  const random = seeded(seed);
  const whole = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!;
  const dayOf = () => new Date(Date.UTC(2024, 8, 1 + whole(450))).toISOString().slice(0, 10);
  const lines: TestLine[] = [];
  const events: ReferenceEvent[] = [];
  let documentId = 0;
  for (let customerId = 1; customerId <= customers; customerId++) {
    const nobody = () => (random() < 0.05 ? null : customerId);
    // The first purchase lies before the window, so that nobody is new.
    lines.push({
      documentId: ++documentId,
      customerId,
      date: "2023-02-01",
      valueCents: 5_000,
      costCents: 3_000,
    });
    for (let count = whole(9); count > 0; count--) {
      const owner = nobody();
      const date = dayOf();
      const lineCount = 1 + whole(4);
      documentId++;
      for (let line = 0; line < lineCount; line++) {
        lines.push({
          documentId,
          customerId: owner,
          date,
          valueCents: 1_000 + whole(30_000),
          costCents: 500,
        });
      }
      const known: EntryChannel | null = random() < 0.2 ? null : pick(entryChannels);
      const drivers = {
        lines: random() < 0.1 ? null : lineCount,
        ...(random() < 0.15 ? { expedited: 1 } : {}),
      };
      events.push({ event: "order", customerId: owner, day: date, channel: known, drivers });
      events.push({
        event: "delivery",
        customerId: owner,
        day: date,
        drivers,
        moneyCents: whole(2) * whole(2_000),
      });
    }
    for (let count = whole(5); count > 0; count--) {
      events.push({
        event: "activity",
        customerId: nobody(),
        day: dayOf(),
        activityType: pick(["visit", "call", "mail", "meeting", "expert", "other"]),
        role: pick([null, "Aussendienst", "inside sales", "KAM", "Experte"]),
        minutes: random() < 0.4 ? null : whole(20_000) / 100,
      });
    }
    if (random() < 0.4) {
      events.push({
        event: "case",
        customerId: nobody(),
        day: dayOf(),
        role: pick([null, "Kundendienst", "Team G97"]),
        minutes: random() < 0.5 ? null : whole(90),
        drivers: { transfers: whole(3), reopenings: random() < 0.5 ? null : whole(2) },
      });
    }
    if (random() < 0.2)
      events.push({ event: "dunning", customerId, day: dayOf(), drivers: { level: 1 + whole(3) } });
    if (random() < 0.3) {
      events.push({
        event: "return",
        customerId,
        day: dayOf(),
        drivers: { lines: 1 },
        moneyCents: whole(5_000),
      });
    }
  }
  // One of each on the first days, so that documents stand in for nothing.
  for (const event of ["order", "delivery", "return"] as const) {
    events.push({ event, customerId: 1, day: "2023-02-01", drivers: { lines: 1 } });
  }
  return { lines, events };
}
