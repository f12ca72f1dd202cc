import type { DuckDBConnection } from "@duckdb/node-api";
import { type ReferenceCustomer, triangleReference } from "@kleinod/engine/measures/triangle/reference.ts";
import { triangleSchema } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { triangleSettings } from "@kleinod/engine/measures/triangle/triangle-settings.ts";
import { describe, expect, it } from "vitest";
import { all, openDuckDb } from "../duckdb/connect.ts";
import { computeTriangle } from "./compute-triangle.ts";
import { measureSettings } from "./measure-settings.ts";
import { triangle, triangleCustomers } from "./reports/triangle.ts";
import { seeded } from "./test-base.ts";
import { measuredContext } from "./test-context.fixture.ts";
import { eventTables } from "./test-event-tables.ts";

const asOf = "2025-11-20";

interface TestContact {
  readonly isOurs: boolean;
  readonly reopenings: number;
  readonly reason: string | null;
  readonly kind: "case" | "call";
}
type TestCustomer = Omit<ReferenceCustomer, "contacts"> & { readonly contacts: readonly TestContact[] };

/** The relations that the step reads, by hand: 10 minutes at 1.– for every call, 20 for every case, half of it avoidable. */
async function store(customers: readonly TestCustomer[]): Promise<DuckDBConnection> {
  const connection = await (await openDuckDb({ path: ":memory:", threads: 2 })).connect();
  const tables = [
    ...eventTables,
    "CREATE TABLE m_customer (customer_id BIGINT, name VARCHAR, account_key VARCHAR)",
    "CREATE TABLE m_sales (customer_id BIGINT, sales_last12_cents BIGINT, contribution1_last12_cents BIGINT)",
    "CREATE TABLE m_orders (customer_id BIGINT, orders_last12 INTEGER)",
    "CREATE TABLE m_need (customer_id BIGINT, need_variety INTEGER)",
    "CREATE TABLE m_need_field (customer_id BIGINT, field VARCHAR, sales_cents BIGINT)",
    "CREATE TABLE m_field_name (product_group VARCHAR, field VARCHAR)",
    `CREATE TABLE m_cost_to_serve (customer_id BIGINT, cost_full_cents BIGINT, cost_avoidable_cents BIGINT,
      cost_low_cents BIGINT, cost_high_cents BIGINT, cost_is_unclear BOOLEAN, contribution_avoidable_cents BIGINT)`,
    `CREATE TABLE m_effort (customer_id BIGINT, activity VARCHAR, role VARCHAR, pool_code VARCHAR, channel VARCHAR,
      events BIGINT, logged_events BIGINT, minutes_milli BIGINT, cost_cents BIGINT, avoidable_cents BIGINT)`,
    `CREATE TABLE m_document (document_id BIGINT, customer_id BIGINT, document_date DATE, product_cents BIGINT,
      is_order BOOLEAN)`,
    "CREATE TABLE snapshot (customer_id BIGINT, name VARCHAR, account_key VARCHAR, size_class VARCHAR, sales_last12_cents BIGINT)",
  ];
  for (const sql of tables) await connection.run(sql);
  let number = 0;
  for (const [index, customer] of customers.entries()) {
    const id = index + 1;
    const sql = (value: number | string | boolean | null) =>
      typeof value === "string" ? `'${value}'` : String(value ?? "NULL");
    const insert = (table: string, ...cells: (number | string | boolean | null)[]) =>
      connection.run(`INSERT INTO ${table} VALUES (${cells.map(sql).join(", ")})`);
    const cost = customer.costCents ?? 0;
    await insert("m_customer", id, `Firma ${id}`, `K${id}`);
    await insert("snapshot", id, `Firma ${id}`, `K${id}`, "small", customer.salesCents);
    await insert("m_sales", id, customer.salesCents, customer.contributionCents);
    await insert("m_orders", id, customer.orders);
    await insert("m_need", id, customer.needVariety);
    await insert("m_need_field", id, "A1", 10_00);
    await insert("m_cost_to_serve", id, cost, cost, cost - 1, cost + 1, customer.costCents === null, 0);
    await insert("m_effort", id, "orderPhone", "insideSales", null, "phone", 1, 0, 10_000, 10_00, 5_00);
    await insert("m_effort", id, "call", "insideSales", null, "phone", 1, 0, 10_000, 10_00, 5_00);
    await insert("m_effort", id, "case", "service", null, "phone", 1, 0, 20_000, 20_00, 10_00);
    await insert("m_document", ++number, id, "2025-06-01", 40_00, true);
    for (const { kind, isOurs, reason, reopenings } of customer.contacts) {
      const own = `customer_id, reason, need_field, channel`;
      const cells = `${id}, ${sql(reason)}, 'A1', 'phone'`;
      await connection.run(
        kind === "case"
          ? `INSERT INTO service_case_current (case_date, reopenings, ${own}) VALUES ('2025-05-05', ${reopenings}, ${cells})`
          : `INSERT INTO activity_current (activity_date, activity_type, initiated_by, ${own})
            VALUES ('2025-05-05', 'call', '${isOurs ? "us" : "customer"}', ${cells})`,
      );
    }
  }
  return connection;
}

async function measured(
  customers: readonly TestCustomer[],
  parameters: { code: string; value: unknown }[] = [],
) {
  const connection = await store(customers);
  const settings = measureSettings(asOf, parameters);
  await computeTriangle({ connection, settings, snapshotTable: "snapshot" });
  const given = Object.fromEntries(parameters.map(({ code, value }) => [code, value]));
  return { connection, settings, context: measuredContext(asOf, "snapshot", given) };
}

const talk = (reason: string | null, more: Partial<TestContact> = {}): TestContact => ({
  isOurs: false,
  reopenings: 0,
  kind: "call",
  reason,
  ...more,
});
const typical: TestCustomer = {
  orders: 3,
  salesCents: 300_00,
  contributionCents: 100_00,
  needVariety: 8,
  costCents: 200_00,
  contacts: [],
};

describe("m_triangle", () => {
  it("judges like the plain loops, whatever is known", async () => {
    const random = seeded(31);
    const maybe = (value: number, chance = 0.15) => (random() < chance ? null : value);
    const whole = (most: number) => Math.floor(random() * (most + 1));
    const customers = Array.from({ length: 250 }, (): TestCustomer => {
      const contacts = Array.from({ length: whole(4) }, () => {
        const isCase = random() < 0.5;
        return talk(["Lieferverzug", "Beratung", "X1", null][whole(3)]!, {
          kind: isCase ? "case" : "call",
          isOurs: !isCase && random() < 0.4,
          reopenings: isCase ? whole(2) : 0,
        });
      });
      return {
        orders: whole(5),
        salesCents: maybe(whole(200_000) - 10_000),
        contributionCents: maybe(whole(40_000) - 2_000),
        needVariety: maybe(whole(12)),
        costCents: maybe(whole(40_000)),
        contacts,
      };
    });
    const { connection, settings } = await measured(customers);
    const borders = triangleSettings(settings.values);
    const rows = await all<Record<string, unknown>>(
      connection,
      "SELECT * FROM m_triangle ORDER BY customer_id",
    );
    const expected = customers.map((customer) => triangleReference(customer, borders));
    expect(
      rows.map((row) => ({
        inTriangle: row.in_triangle,
        contacts: row.contacts,
        valuePerContactCents: row.value_per_contact_cents,
      })),
    ).toEqual(expected);
    for (const verdict of [true, false, null])
      expect(expected.filter(({ inTriangle }) => inTriangle === verdict).length).toBeGreaterThan(3);
  });

  it("is false where one corner is clearly denied, whatever else is unclear", async () => {
    const { connection } = await measured([
      { ...typical, costCents: null },
      { ...typical, costCents: null, needVariety: 1 },
      { ...typical, orders: 1, needVariety: null },
      { ...typical, orders: 0, salesCents: 0 },
    ]);
    const rows = await all(connection, "SELECT in_triangle FROM m_triangle ORDER BY customer_id");
    expect(rows.map((row) => row.in_triangle)).toEqual([null, false, false, false]);
  });

  it("needs fewer fields while nothing but orders is known: there are no reasons to add", async () => {
    const fields = { ...typical, needVariety: 4 };
    const alone = await measured([fields]);
    expect(await all(alone.connection, "SELECT in_triangle FROM m_triangle")).toEqual([
      { in_triangle: true },
    ]);
    const asked = await measured([fields, { ...typical, contacts: [talk("Beratung")] }]);
    const rows = await all(asked.connection, "SELECT in_triangle FROM m_triangle ORDER BY customer_id");
    expect(rows.map((row) => row.in_triangle)).toEqual([false, true]);
  });
});

describe("the report", () => {
  it("splits failure from value demand by case type; a reopening is a failure, unknown stays unknown", async () => {
    const { connection, context } = await measured([
      {
        ...typical,
        contacts: [
          talk("Lieferverzug"),
          talk("Lieferverzug"),
          talk("Beratung", { kind: "case", reopenings: 1 }),
          talk("X17"),
          talk("Sortiment", { isOurs: true }),
        ],
      },
    ]);
    const report = triangleSchema.strict().parse(await triangle(connection, context));
    // Lieferverzug 2 and the reopening are failures; Beratung is value; X17 unknown; our own call is no demand.
    expect(report.demand).toMatchObject({
      contacts: 5,
      failure: 3,
      value: 1,
      unknown: 1,
      failureShare: 3 / 4,
    });
    expect(report.demand).toMatchObject({ low: 3 / 5, high: 4 / 5 });
    expect(report.unknownReasons).toEqual([{ reason: "X17", contacts: 1 }]);
    expect(report.unclear.map(({ reason }) => reason)).toContain("reasonUnknown");
    const late = report.caseTypes.find(({ reason }) => reason === "Lieferverzug")!;
    // Two calls of ten minutes at 1.– each: 20.–, half of it avoidable; half of that is expected to disappear.
    expect(late).toMatchObject({
      needField: "A1",
      channel: "phone",
      customers: 1,
      triangleCustomers: 1,
      contacts: 2,
      costCents: 20_00,
      avoidableCents: 10_00,
      failureShare: 1,
      corner: "effort",
      effectCents: 5_00,
      addressee: "deliveryProcess",
    });
    expect(report.findings[0]).toMatchObject({ isFailure: true });
    const list = await triangleCustomers(connection, context, { caseType: late.code });
    expect(list.rows.map(({ customerId }) => customerId)).toEqual([1]);
    expect((await triangleCustomers(connection, context, { caseType: "none" })).total).toBe(0);
  });

  it("lets the company decide what a reason is", async () => {
    const customers = [{ ...typical, contacts: [talk("X17")] }];
    const decided = [{ code: "demand.byReason", value: { X17: "failure" } }];
    const { connection, context } = await measured(customers, decided);
    const report = await triangle(connection, context);
    expect(report.demand).toMatchObject({ failure: 1, unknown: 0 });
    expect(report.unknownReasons).toEqual([]);
  });

  it("judges from orders alone, says so, and is wider by half", async () => {
    const { connection, context } = await measured([typical]);
    const report = await triangle(connection, context);
    expect(report.evidence).toBe("orders");
    expect(report.demand.failureShare).toBeNull();
    expect(report.unclear.map(({ reason }) => reason)).toContain("contactsMissing");
    const [type] = report.caseTypes;
    expect(type).toMatchObject({ reason: "smallOrder", needField: "A1", channel: "phone", contacts: 1 });
    const bundle = type!.means.find(({ code }) => code === "recurringOrder")!;
    // 5.00 avoidable: 25 % are expected, 10 % to 40 % with contacts, 2.5 % to 47.5 % without.
    expect([bundle.lowCents, bundle.effectCents, bundle.highCents]).toEqual([13, 125, 238]);
  });

  it("leaves contacts of customers with a large value per contact out of the case types, not out of K12", async () => {
    const { connection, context } = await measured([
      { ...typical, salesCents: 90_000_00, contacts: [talk("Lieferverzug")] },
    ]);
    const report = await triangle(connection, context);
    expect(report.caseTypes).toEqual([]);
    expect(report.demand.failure).toBe(1);
  });
});
