import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GeneratedCompany, generateCompany } from "../generate-company.ts";
import { openCalendar } from "../market/calendar.ts";
import { alpfixEconomics, economicsOf } from "../market/company-economics.ts";
import { rowsOf, sapNumber } from "../read-rows.fixture.ts";
import { afterWork } from "./working-hours.ts";

type Row = Record<string, string>;

const folder = mkdtempSync(join(tmpdir(), "kleinod-service-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let company: GeneratedCompany;
beforeAll(async () => {
  company = await generateCompany({ company: "alpfix", customers: 1_070, out: join(folder, "alpfix") });
});

const sap = (name: string) => rowsOf(pathOf(name), "windows-1252");
const crm = (name: string) => rowsOf(pathOf(name), "utf-8", ",");
const truth = (name: string) => rowsOf(company.truth.find((path) => basename(path) === name)!);
const pathOf = (name: string) => company.files.find(({ path }) => basename(path) === name)!.path;
const iso = (german: string) => german.split(".").reverse().join("-");
const isLast12 = (date: string) => date.slice(0, 10) > "2025-11-20";

/** Second accounts of a customer under the number of the first. */
function customerNumbers(): (account: string) => string {
  const first = new Map(truth("duplicates.csv").map((row) => [row.accountB!, row.accountA!]));
  return (account) => {
    let number = account;
    for (let next = first.get(number); next !== undefined; next = first.get(number)) number = next;
    return number;
  };
}

function sumBy(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
  return sums;
}

describe("what serving the customers takes", () => {
  it("has an order and a delivery for every invoice, ordered before it was delivered", () => {
    const invoices = new Set(
      sap("VBRP_Fakturapositionen.csv").flatMap((row) =>
        row.FKART === "F2" && row.KUNAG !== "" ? [row.VBELN!] : [],
      ),
    );
    const orders = new Map(sap("VBAK_Auftragskoepfe.csv").map((row) => [row.VBELN!, row]));
    const deliveries = sap("LIKP_Lieferungen.csv");
    expect([orders.size, deliveries.length]).toEqual([invoices.size, invoices.size]);
    const odd = deliveries.filter((delivery) => {
      const order = orders.get(delivery.VGBEL!)!;
      const ordered = iso(order.ERDAT!);
      return (
        order.KUNNR !== delivery.KUNNR || ordered > iso(delivery.WADAT_IST!) || ordered > iso(delivery.LFDAT!)
      );
    });
    expect(odd).toEqual([]);
    const late = deliveries.filter((row) => iso(row.WADAT_IST!) > iso(row.LFDAT!)).length;
    expect(late / deliveries.length).toBeGreaterThan(0.03);
    expect(late / deliveries.length).toBeLessThan(0.06);
  });

  it("leaves the channel of some orders to be inferred from the user", () => {
    const blank = sap("VBAK_Auftragskoepfe.csv").filter((row) => row.BSARK === "");
    const machines = blank.filter((row) => /^(WEBSHOP|EDI_BATCH)$/.test(row.ERNAM!));
    expect(machines.length / blank.length).toBeGreaterThan(0.6);
    expect(blank.every((row) => /^[A-Z_]+\d*$/.test(row.ERNAM!))).toBe(true);
  });

  it("exports what people wrote down, and knows what they did not", () => {
    const customerOf = customerNumbers();
    const activities = crm("Dynamics_activities.csv").filter((row) => isLast12(row.actualstart!));
    const key = (row: Row) => customerOf(row.accountnumber!);
    const of = (type: string) => activities.filter((row) => row.activitytypecode === type);
    const visits = sumBy(of("Besuch"), key, () => 1);
    const expertMinutes = sumBy(of("Fachberatung"), key, (row) => Number(row.actualdurationminutes));
    const cases = crm("Dynamics_cases.csv").filter((row) => isLast12(row.createdon!));
    const caseCounts = sumBy(cases, key, () => 1);
    const talks = sumBy([...of("Telefonanruf"), ...of("E-Mail")], key, () => 1);
    let smallVisits = 0;
    let smallLogged = 0;
    for (const row of truth("customers.csv")) {
      const number = row.customer!;
      expect(visits.get(number) ?? 0, number).toBe(Number(row.visitsLogged));
      expect(caseCounts.get(number) ?? 0, number).toBe(Number(row.cases));
      expect((talks.get(number) ?? 0) + (caseCounts.get(number) ?? 0), number).toBe(Number(row.contacts));
      expect((expertMinutes.get(number) ?? 0) / 60, number).toBeCloseTo(Number(row.expertHours), 1);
      if (row.size === "large") expect(row.visitsLogged).toBe(row.visits);
      else {
        smallVisits += Number(row.visits);
        smallLogged += Number(row.visitsLogged);
      }
    }
    // About 530 visits at a share of .85: one standard deviation is .016.
    expect(smallLogged / smallVisits).toBeGreaterThan(0.78);
    expect(smallLogged / smallVisits).toBeLessThan(0.92);
    // Somebody who is no customer called as well.
    expect(of("Telefonanruf").some((row) => row.accountnumber === "")).toBe(true);
  });

  it("tells the truth of every case: failure or value, and more failure for late deliveries than for technical questions", () => {
    const cases = crm("Dynamics_cases.csv");
    const known = new Map(truth("cases.csv").map((row) => [row.caseNumber!, row]));
    expect(known.size).toBe(cases.length);
    expect(cases.every((row) => known.has(row.ticketnumber!))).toBe(true);
    for (const row of cases) {
      if (row.firstresponsesenton !== "") expect(row.firstresponsesenton! >= row.createdon!).toBe(true);
      if (row.resolvedon !== "") expect(row.resolvedon! >= row.firstresponsesenton!).toBe(true);
      expect(row.resolvedon === "").toBe(row.statecode === "Aktiv");
    }
    const shares = new Map(truth("case-types.csv").map((row) => [row.caseType, Number(row.failureShare)]));
    expect(shares.get("lateDelivery")).toBeGreaterThan(0.9);
    expect(shares.get("technicalChoice")).toBeLessThan(0.1);
    expect(shares.get("returnRequest")).toBeGreaterThan(0.25);
  });

  it("has cost pools from which the rates of the economics come out, one of them overloaded", () => {
    const pools = sap("Kostenstellen_Kapazitaet.csv");
    // Eight roles; the quarters from the fourth of 2023 to the fourth of 2026.
    expect(pools).toHaveLength(8 * 13);
    const of = (role: string) => pools.filter((row) => row.ROLLE === role);
    const { insideSales } = alpfixEconomics.ratesChfPerMinute;
    const latest = of("Innendienst").at(-1)!;
    expect([latest.DATAB, latest.DATBI]).toEqual(["01.10.2026", "31.12.2026"]);
    expect(sapNumber(latest.KOSTEN!) / sapNumber(latest.KAPAZITAET_MIN!)).toBeCloseTo(insideSales, 3);

    const year = of("Fakturierung").filter((row) => row.DATAB!.endsWith("2025"));
    const capacity = year.reduce((sum, row) => sum + sapNumber(row.KAPAZITAET_MIN!), 0);
    const invoices = new Set(
      sap("VBRP_Fakturapositionen.csv").flatMap((row) =>
        row.FKART === "F2" && row.FKDAT!.endsWith("2025") ? [row.VBELN!] : [],
      ),
    );
    const reminders = sap("MHNK_Mahnungen.csv").filter((row) => row.MADAT!.endsWith("2025"));
    // An invoice takes 2 minutes, a reminder of level n 4 + 4 n.
    const used = 2 * invoices.size + reminders.reduce((sum, row) => sum + 4 + 4 * Number(row.MAHNS), 0);
    expect(used / capacity).toBeCloseTo(1.03, 2);
  });

  it("has a cost to serve that follows from the files for whoever left no gap in them", () => {
    const customerOf = customerNumbers();
    const rates = ratesOfLast12(sap("Kostenstellen_Kapazitaet.csv"));
    const costs = new Map<string, number>();
    const gaps = new Set<string>();
    const add = (account: string, chf: number) => {
      const customer = customerOf(account);
      costs.set(customer, (costs.get(customer) ?? 0) + chf);
    };
    const perOrder: Record<string, (lines: number, isExpress: boolean) => number> = {
      TELE: (n, e) => (12 + 3 * n + (e ? 10 : 0)) * rates.Innendienst!,
      MAIL: (n, e) => (9 + 3 * n + (e ? 10 : 0)) * rates.Innendienst!,
      SHOP: (n) => (3.5 + 0.5 * n) * rates.Innendienst!,
      AUSS: (n, e) => (10.5 + 3 * n + (e ? 10 : 0)) * rates.Aussendienst!,
      DFUE: () => 2 * rates.Innendienst!,
    };
    for (const row of sap("VBAK_Auftragskoepfe.csv").filter(({ ERDAT }) => isLast12(iso(ERDAT!)))) {
      if (row.BSARK === "") gaps.add(customerOf(row.KUNNR!));
      else add(row.KUNNR!, perOrder[row.BSARK!]!(Number(row.ANZPOS), row.EXPRESS === "X"));
    }
    for (const row of sap("LIKP_Lieferungen.csv").filter(({ WADAT_IST }) => isLast12(iso(WADAT_IST!)))) {
      const minutes = 15 + 3 * Number(row.ANZPOS) + (row.EXPRESS === "X" ? 8 : 0);
      add(row.KUNNR!, minutes * rates.Logistik! + sapNumber(row.FRACHTKOSTEN!));
    }
    const invoices = new Map(
      sap("VBRP_Fakturapositionen.csv").flatMap((row) =>
        row.FKART === "F2" && row.KUNAG !== "" && isLast12(iso(row.FKDAT!)) ? [[row.VBELN!, row.KUNAG!]] : [],
      ),
    );
    for (const account of invoices.values()) add(account, 2 * rates.Fakturierung!);
    for (const row of sap("MHNK_Mahnungen.csv").filter(({ MADAT }) => isLast12(iso(MADAT!))))
      add(row.KUNNR!, (4 + 4 * Number(row.MAHNS)) * rates.Fakturierung!);
    for (const row of sap("Retouren.csv").filter(({ ERDAT }) => isLast12(iso(ERDAT!))))
      add(row.KUNNR!, (10 + 3 * Number(row.ANZPOS)) * rates.Logistik! + sapNumber(row.KOSTEN!));
    for (const row of crm("Dynamics_activities.csv").filter(({ actualstart }) => isLast12(actualstart!))) {
      if (row.accountnumber === "") continue;
      const isMail = row.activitytypecode === "E-Mail";
      if (row.actualdurationminutes === "" && !isMail) gaps.add(customerOf(row.accountnumber!));
      else add(row.accountnumber!, (isMail ? 8 : Number(row.actualdurationminutes)) * rates[row.team!]!);
    }
    for (const row of crm("Dynamics_cases.csv").filter(({ createdon }) => isLast12(createdon!))) {
      if (row.handlingminutes === "") gaps.add(customerOf(row.accountnumber!));
      else add(row.accountnumber!, Number(row.handlingminutes) * rates.Kundendienst!);
    }
    let compared = 0;
    for (const row of truth("customers.csv")) {
      // Opening a new customer takes time that no file tells.
      if (row.isNew === "1" || row.visits !== row.visitsLogged || gaps.has(row.customer!)) continue;
      const cost = costs.get(row.customer!);
      const expected = cost === undefined ? 0 : cost + 25 * rates.Verkaufsleitung!;
      expect(Number(row.costToServeCents) / 100, row.customer!).toBeCloseTo(expected, 0);
      compared++;
    }
    expect(compared).toBeGreaterThan(400);
  });
});

/** Cost ÷ capacity of each role over the days of 21.11.2025 to 20.11.2026; of the overloaded one cost ÷ minutes used. */
function ratesOfLast12(pools: readonly Row[]): Record<string, number> {
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const sums: Record<string, { cost: number; capacity: number }> = {};
  for (const row of pools) {
    const [from, to] = [iso(row.DATAB!), iso(row.DATBI!)];
    const start = from > "2025-11-21" ? from : "2025-11-21";
    const end = to < "2026-11-20" ? to : "2026-11-20";
    const share = Math.max(0, days(start, end)) / days(from, to);
    const sum = sums[row.ROLLE!] ?? { cost: 0, capacity: 0 };
    sums[row.ROLLE!] = sum;
    sum.cost += share * sapNumber(row.KOSTEN!);
    sum.capacity += share * sapNumber(row.KAPAZITAET_MIN!);
  }
  return Object.fromEntries(
    Object.entries(sums).map(([role, { cost, capacity }]) => [
      role,
      cost / capacity / (role === "Fakturierung" ? 1.03 : 1),
    ]),
  );
}

describe("knobs", () => {
  it("merges economics to any depth and refuses what does not exist or is no number", () => {
    const economics = economicsOf({ small: { grossMargin: { mean: 0.3 } } });
    expect(economics.small.grossMargin).toEqual({ ...alpfixEconomics.small.grossMargin, mean: 0.3 });
    expect(economics.large).toEqual(alpfixEconomics.large);
    expect(() => economicsOf({ smal: {} } as never)).toThrow(
      "economics.smal does not exist; expected one of small, large,",
    );
    expect(() => economicsOf({ loggedRatio: -1 })).toThrow(
      "economics.loggedRatio is -1; expected a number from 0 on",
    );
    expect(() => economicsOf({ small: { channelWeights: [1, 2] } })).toThrow(
      "economics.small.channelWeights is [1,2]; expected 5 numbers from 0 on",
    );
  });

  it("writes more or less about as many talks and cases as asked", async () => {
    const rowsAt = async (careFactor: number) => {
      const out = join(folder, `care-${careFactor}`);
      const { files } = await generateCompany({
        company: "meridia",
        customers: 2_000,
        lines: 20_000,
        careFactor,
        out,
      });
      return files
        .filter(({ kind }) => kind === "activities" || kind === "serviceCases")
        .reduce((sum, { rows }) => sum + rows, 0);
    };
    // Cases that failures of ours bring about do not grow with the care.
    const ratio = (await rowsAt(3)) / (await rowsAt(1));
    expect(ratio).toBeGreaterThan(2.6);
    expect(ratio).toBeLessThan(3.1);
  });
});

describe("hours of work", () => {
  it("go from half past seven to half past five and skip the weekend", () => {
    const calendar = openCalendar("2026-11-20", 1);
    const friday = calendar.iso.indexOf("2026-11-13");
    // 17:00 + 60 minutes: half an hour on Friday, half an hour on Monday from 7:30.
    const { day, minute } = afterWork(calendar, friday, 1_020, 60);
    expect([calendar.iso[day], minute]).toEqual(["2026-11-16", 480]);
  });
});
