import type { DuckDBConnection } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { customerNeed } from "./reports/customer-need.ts";
import { needGaps } from "./reports/need-gaps.ts";
import { needs } from "./reports/needs.ts";
import { potential } from "./reports/potential.ts";
import { runPipeline } from "./run-pipeline.ts";
import { seeded } from "./test-base.ts";
import { type TestLine, testRelations } from "./test-relations.ts";

const asOf = "2025-12-31";
type Given = readonly { readonly code: string; readonly value: unknown }[];

async function measured(connection: DuckDBConnection, parameters: Given = []) {
  const result = await runPipeline(connection, {
    asOf,
    factsVersion: "1",
    parameters,
    snapshotTable: "snapshot",
  });
  const context = {
    asOf,
    currency: "CHF",
    snapshotTable: "snapshot",
    sizeLineCents: result.sizeLineCents,
    sizeLineIsProposal: result.sizeLineIsProposal,
    parameters: [],
  };
  return {
    need: () => needs(connection, context),
    gaps: () => needGaps(connection, context),
    potential: () => potential(connection, context),
    customer: (id: number) => customerNeed(connection, context, id),
  };
}

interface Firm {
  readonly id: number;
  readonly branch: string;
  readonly staff: number;
  readonly cents: number;
  /** Visits by us within the window. */
  readonly contacts: number;
}

/** Every firm buys once in each of two years, so that nobody counts as new. */
async function baseOf(firms: readonly Firm[]): Promise<DuckDBConnection> {
  const lines = firms.flatMap(({ id, cents }): TestLine[] =>
    ["2024-03-01", "2025-03-01"].map((date, year) => ({
      documentId: 2 * id + year,
      customerId: id,
      date,
      productGroup: "D1",
      valueCents: cents,
    })),
  );
  const connection = await testRelations(
    lines,
    firms.map(({ id, branch }) => ({ accountId: id, branch })),
  );
  for (const { id, staff, contacts } of firms) {
    await connection.run(`UPDATE account_current SET employees = ${staff} WHERE account_id = ${id}`);
    if (contacts > 0) {
      await connection.run(`INSERT INTO activity_current (customer_id, activity_date, activity_type, initiated_by)
        SELECT ${id}, DATE '2025-06-01', 'visit', 'us' FROM range(${contacts})`);
    }
  }
  return connection;
}

/** The world of AT1.6: staff drives potential, visits pay, and our people go to one trade far more than to the other. */
function neglectedFirms(seed: number, count: number, branches: readonly [string, string]): Firm[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const isContacted = i % 2 === 0;
    const staff = 5 + Math.floor(random() * 5);
    const contacts = isContacted ? 2 + Math.floor(random() * 7) : 0;
    const noise = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const log = 11 + 0.8 * Math.log(staff) + 0.25 * Math.log1p(contacts) + 0.2 * noise;
    const branch = random() < (isContacted ? 0.85 : 0.15) ? branches[0] : branches[1];
    return { id: i + 1, branch, staff, cents: Math.round(Math.exp(log)), contacts };
  });
}

const meanLog = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + Math.log(value!), 0) / values.length;

describe("potential", () => {
  it("does not take neglect for small demand (AT1.6), and says so where it cannot tell", async () => {
    const firms = neglectedFirms(3, 400, ["Holzbau", "Elektro"]);
    const difference = async (connection: DuckDBConnection) => {
      const { customers, exposureUnknown } = await (await measured(connection)).potential();
      const of = (isContacted: boolean) =>
        meanLog(
          customers
            .filter(({ id }) => firms[id - 1]!.contacts > 0 === isContacted)
            .map(({ potentialCents }) => potentialCents),
        );
      const [row] = customers;
      return {
        difference: Math.expm1(Math.abs(of(true) - of(false))),
        width: row!.highCents! / row!.lowCents!,
        exposureUnknown,
      };
    };
    const known = await difference(await baseOf(firms));
    const unknown = await difference(await baseOf(firms.map((firm) => ({ ...firm, contacts: 0 }))));
    expect(known).toMatchObject({ exposureUnknown: false });
    expect(known.difference).toBeLessThan(0.05);
    expect(unknown).toMatchObject({ exposureUnknown: true });
    expect(unknown.difference).toBeGreaterThan(0.15);
    expect(unknown.width).toBeGreaterThan(known.width);
  });

  it("is unclear in a group in which nobody was ever contacted, with what would cure it", async () => {
    const firms = neglectedFirms(4, 200, ["Holzbau", "Holzbau"]).concat(
      neglectedFirms(5, 60, ["Kiosk", "Kiosk"]).map((firm) => ({ ...firm, id: firm.id + 200, contacts: 0 })),
    );
    const report = await (await measured(await baseOf(firms))).potential();
    expect(report.unclearCustomers).toBe(60);
    expect(report.neverContactedCells).toMatchObject([
      {
        branch: "Kiosk",
        staffClass: "5–9",
        customers: 60,
        cure: { en: expect.stringContaining("Talk to 20") },
      },
    ]);
    const kiosk = report.customers.find(({ branch }) => branch === "Kiosk")!;
    expect(kiosk).toMatchObject({
      potentialCents: null,
      shareOfWallet: null,
      isUnclear: true,
      unclearReason: "neverContactedCell",
    });
    // The unclear ones stand at the end, and the sums leave them out.
    expect(report.customers.at(-1)!.isUnclear).toBe(true);
    const clear = report.customers.filter(({ isUnclear }) => !isUnclear);
    const demand = clear.map(({ potentialCents, salesLast12Cents }) =>
      Math.max(potentialCents!, salesLast12Cents ?? 0),
    );
    expect(demand.reduce((sum, cents) => sum + cents, 0)).toBe(report.potentialCents);
  });

  it("keeps the three numbers of a customer apart; development is unclear until an experiment tells it", async () => {
    const connection = await baseOf(neglectedFirms(6, 60, ["Holzbau", "Holzbau"]));
    const customer = (await (await measured(connection)).customer(1))!;
    expect(customer.threeNumbers.uplift).toMatchObject({ cents: null, unclearReason: "noExperiment" });
    // Without cost of goods neither of the other two is known.
    expect(customer.threeNumbers.today).toMatchObject({ cents: null, unclearReason: "costOfGoodsMissing" });
    expect(customer.threeNumbers.servable.unclearReason).toBe("costOfGoodsMissing");
    expect(customer.potential.potentialCents).toBeGreaterThan(0);
    expect(await (await measured(connection)).customer(999)).toBeNull();
  });

  it("is unclear with too few customers, and in an empty store", async () => {
    const few = await (await measured(await baseOf(neglectedFirms(7, 10, ["Bau", "Bau"])))).potential();
    expect(few).toMatchObject({
      model: null,
      unclearCustomers: 10,
      potentialCents: null,
      shareOfWallet: null,
    });
    expect(few.customers[0]).toMatchObject({ unclearReason: "tooFewPeers" });
    expect(few.unclear[0]!.reason).toBe("tooFewPeers");
    const nobody = await measured(await testRelations([]));
    expect(await nobody.potential()).toMatchObject({ customersTotal: 0, customers: [] });
    expect(await nobody.need()).toMatchObject({ known: 0, total: 0, rows: [] });
    expect(await nobody.gaps()).toMatchObject({ total: 0, expectedCents: null, rows: [] });
  });
});

describe("need", () => {
  const line = (documentId: number, customerId: number, productGroup: string | null): TestLine => ({
    documentId,
    customerId,
    date: "2025-05-01",
    productGroup,
    valueCents: 100_00,
  });

  it("joins product groups to fields, and is sharper with cases and contacts", async () => {
    const connection = await testRelations([line(1, 1, "D1"), line(2, 1, "D2"), line(3, 1, "S1")]);
    const parameters = [{ code: "needs.fieldByGroup", value: { D1: "Fixing", D2: "Fixing" } }];
    const before = (await (await measured(connection, parameters)).need()).rows[0]!;
    // Two thirds and one third: exp(−⅔ ln ⅔ − ⅓ ln ⅓) = 1.8899.
    expect(before).toMatchObject({ needFields: 2, needBreadth: 1.889882, needVariety: 2, needUrgency: null });
    expect(before.fields.map(({ field, salesCents }) => [field, salesCents])).toEqual([
      ["Fixing", 200_00],
      ["S1", 100_00],
    ]);
    await connection.run(`INSERT INTO service_case_current (case_number, customer_id, case_date, reason, need_field, priority)
      VALUES ('C1', 1, DATE '2025-06-01', 'Certificate', 'Fire', 'Hoch'), ('C2', 1, DATE '2025-07-01', 'certificate ', 'Fire', NULL)`);
    await connection.run(`INSERT INTO order_header_current (order_number, customer_id, order_date, channel, is_expedited)
      VALUES ('O1', 1, DATE '2025-06-01', 'web', true), ('O2', 1, DATE '2025-06-02', 'phone', false)`);
    await connection.run("DELETE FROM measure_step");
    const after = (await (await measured(connection, parameters)).need()).rows[0]!;
    expect(after.needBreadth).toBeGreaterThan(before.needBreadth!);
    // Three fields, one reason however it is written; one expedited order and one urgent case of two and two.
    expect(after).toMatchObject({ needFields: 3, needVariety: 4, needUrgency: 0.5 });
    expect(after.reasons.map(({ en }) => en).join(" ")).toContain("50% of orders and cases are urgent");
  });

  it("is unclear, not zero, without product groups, and says what would cure it", async () => {
    const { need } = await measured(await testRelations([line(1, 1, null)]));
    const report = await need();
    expect(report).toMatchObject({ known: 0, total: 1 });
    expect(report.rows[0]).toMatchObject({
      needBreadth: null,
      needFields: null,
      supportBreadth: null,
      supportForm: null,
      reasons: [],
    });
    expect(report.unclear.map(({ reason }) => reason)).toContain("productGroupMissing");
    expect(report.sizeDependence.isInvariant).toBeNull();
  });

  it("leaves customers of a partner with the partner", async () => {
    const connection = await testRelations([line(1, 1, "D1"), line(2, 2, "D1"), line(3, 3, "D1")]);
    await connection.run(`INSERT INTO partner_customer_current (partner_key, customer_id, since, until)
      VALUES ('H1', 1, DATE '2024-01-01', NULL), ('H1', 2, DATE '2024-01-01', DATE '2025-01-01')`);
    await measured(connection, [{ code: "size.lineCents", value: 1_000_000 }]);
    const rows = await all<{ customer_id: number; support_form: string }>(
      connection,
      "SELECT customer_id, support_form FROM snapshot ORDER BY customer_id",
    );
    expect(rows.map(({ support_form }) => support_form)).toEqual([
      "partner",
      "poolGeneralist",
      "poolGeneralist",
    ]);
  });
});
