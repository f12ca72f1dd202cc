import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GeneratedCompany, type GenerateOptions, generateCompany } from "./generate-company.ts";
import { uidCheckDigit } from "./master/uid.ts";
import { rowsOf, sapNumber } from "./read-rows.fixture.ts";

const root = mkdtempSync(join(tmpdir(), "kleinod-companies-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const generate = (folder: string, options: Omit<GenerateOptions, "out">) =>
  generateCompany({ ...options, out: join(root, folder) });
const fileOf = (company: GeneratedCompany, name: string) =>
  company.files.find((file) => basename(file.path) === name)!;
const truthOf = (company: GeneratedCompany, name: string) =>
  rowsOf(company.truth.find((path) => basename(path) === name)!);
const hashes = (company: GeneratedCompany) =>
  [...company.files.map((file) => file.path), ...company.truth].map((path) =>
    createHash("sha256").update(readFileSync(path)).digest("hex"),
  );

describe("Alpfix from SAP and Dynamics", () => {
  let company: GeneratedCompany;
  let accounts: Record<string, string>[];
  let lines: Record<string, string>[];
  let truth: Record<string, string>[];

  beforeAll(async () => {
    company = await generate("alpfix", { company: "alpfix", customers: 1_070 });
    accounts = rowsOf(fileOf(company, "KNA1_KNVV_Kunden.csv").path, "windows-1252");
    lines = rowsOf(fileOf(company, "VBRP_Fakturapositionen.csv").path, "windows-1252");
    truth = truthOf(company, "customers.csv");
  });

  it("says how many rows each file has", () => {
    expect(company.files.map((file) => file.kind).sort()).toEqual([
      "activities",
      "contacts",
      "contracts",
      "costPools",
      "customers",
      "deliveries",
      "dunning",
      "insights",
      "orderHeaders",
      "partnerCustomers",
      "partners",
      "products",
      "returns",
      "saleLines",
      "serviceCases",
      "serviceElements",
      "surveys",
    ]);
    expect(fileOf(company, "KNA1_KNVV_Kunden.csv").rows).toBe(accounts.length);
    expect(fileOf(company, "VBRP_Fakturapositionen.csv").rows).toBe(lines.length);
    expect(truth).toHaveLength(1_070);
    // 1,400 of 21,400
    expect(truth.filter((row) => row.size === "large")).toHaveLength(70);
  });

  it("lists every account, some under two sales areas, all lines on known accounts", () => {
    const numbers = new Set(accounts.map((row) => row.KUNNR));
    const seconds = new Set(truthOf(company, "duplicates.csv").map((row) => row.accountB));
    expect(numbers.size).toBe(1_070 + seconds.size);
    expect(accounts.length).toBeGreaterThan(numbers.size);
    expect(accounts.every((row) => /^0000\d{6}$/.test(row.KUNNR!))).toBe(true);
    const cash = lines.filter((row) => row.KUNAG === "");
    expect(cash.length).toBeGreaterThan(0);
    expect(cash.length / lines.length).toBeLessThan(0.01);
    expect(lines.every((row) => row.KUNAG === "" || numbers.has(row.KUNAG!))).toBe(true);
  });

  it("has amounts that are quantity × price, rounded half away from zero, in every line", () => {
    const wrong = lines.filter((row) => {
      const exact = Math.round(sapNumber(row.FKIMG!) * 1_000) * Math.round(sapNumber(row.NETPR!) * 100);
      const amountCents = Math.sign(exact) * Math.floor((Math.abs(exact) + 500) / 1_000);
      return Math.round(sapNumber(row.NETWR!) * 100) !== amountCents;
    });
    expect(wrong).toEqual([]);
  });

  it("has invoices in date order, credits negative with the minus behind", () => {
    const dates = lines.map((row) => row.FKDAT!.split(".").reverse().join("-"));
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]! >= "2023-11-21" && dates.at(-1)! <= "2026-11-20").toBe(true);
    const credits = lines.filter((row) => row.FKART !== "F2" && row.MATKL!.charAt(0) !== "Z");
    expect(new Set(lines.map((row) => row.FKART))).toEqual(new Set(["F2", "S1", "RE", "G2"]));
    expect(credits.every((row) => row.NETWR!.endsWith("-") && row.FKIMG!.endsWith("-"))).toBe(true);
  });

  it("has control totals that the lines add up to", () => {
    const names: Record<string, string> = {
      F2: "invoice",
      S1: "cancellation",
      RE: "creditNote",
      G2: "creditNote",
    };
    const totals = new Map<string, { documents: Set<string>; lines: number; cents: number }>();
    for (const row of lines) {
      const [, month, year] = row.FKDAT!.split(".");
      const key = `${year}-${month};${names[row.FKART!]}`;
      const total = totals.get(key) ?? { documents: new Set(), lines: 0, cents: 0 };
      total.documents.add(row.VBELN!);
      total.lines++;
      total.cents += Math.round(sapNumber(row.NETWR!) * 100);
      totals.set(key, total);
    }
    const expected = truthOf(company, "control-totals.csv");
    expect(expected).toHaveLength(totals.size);
    for (const row of expected) {
      const total = totals.get(`${row.month};${row.documentType}`)!;
      const found = [total.documents.size, total.lines, total.cents].join();
      expect(found, `${row.month} ${row.documentType}`).toBe(
        [row.documents, row.lines, row.amountCents].join(),
      );
    }
  });

  it("has economics in the shape of the reference world", () => {
    const of = (size: string) => truth.filter((row) => row.size === size);
    const sum = (rows: Record<string, string>[], name: string) =>
      rows.reduce((total, row) => total + Number(row[name]), 0);
    const small = of("small");
    const sales = sum(small, "salesCentsLast12");
    expect(sales / 100 / small.length).toBeGreaterThan(1_600);
    expect(sales / 100 / small.length).toBeLessThan(2_300);
    expect(sum(small, "invoicesLast12") / small.length).toBeGreaterThan(8.2);
    expect(sum(small, "invoicesLast12") / small.length).toBeLessThan(10.2);
    expect(1 - sum(small, "costCentsLast12") / sales).toBeCloseTo(0.38, 1);
    const large = of("large");
    expect(sum(large, "salesCentsLast12") / (sales + sum(large, "salesCentsLast12"))).toBeGreaterThan(0.6);
    const share = (name: string, value: string) =>
      small.filter((row) => row[name] === value).length / small.length;
    expect(share("trueState", "active")).toBeGreaterThan(0.6);
    expect(share("trueState", "lost")).toBeGreaterThan(0.1);
    expect(share("trueState", "dormant")).toBeGreaterThan(0.03);
    expect(share("trueState", "neverBought")).toBeGreaterThan(0.015);
    expect(share("isNew", "1")).toBeGreaterThan(0.04);
    expect(share("isReactivated", "1")).toBeGreaterThan(0.015);
    expect(share("isTriangle", "1")).toBeGreaterThan(0.005);
    expect(share("isForgotten", "1")).toBeGreaterThan(0.005);
  });

  it("has a truth that follows from the lines", () => {
    const firstAccount = new Map(
      truthOf(company, "duplicates.csv").map((row) => [row.accountB!, row.accountA!]),
    );
    const customerOf = (account: string): string => {
      const first = firstAccount.get(account);
      return first === undefined ? account : customerOf(first);
    };
    const invoices = new Map<string, Set<string>>();
    const salesCents = new Map<string, number>();
    for (const row of lines) {
      if (row.KUNAG === "") continue;
      const customer = customerOf(row.KUNAG!);
      if (row.FKART === "F2") invoices.set(customer, (invoices.get(customer) ?? new Set()).add(row.VBELN!));
      if (row.FKDAT!.split(".").reverse().join("-") > "2025-11-20")
        salesCents.set(customer, (salesCents.get(customer) ?? 0) + Math.round(sapNumber(row.NETWR!) * 100));
    }
    for (const row of truth) {
      expect(Number(row.invoices), row.customer!).toBe(invoices.get(row.customer!)?.size ?? 0);
      expect(Number(row.salesCentsLast12), row.customer!).toBe(salesCents.get(row.customer!) ?? 0);
      expect(row.trueState === "neverBought").toBe(row.invoices === "0");
      if (row.isForgotten === "1") expect(row.lastInvoice! <= "2025-05-29" && row.dealer !== "").toBe(true);
      if (row.isTriangle === "1") {
        expect(Number(row.needVariety)).toBeGreaterThanOrEqual(6);
        expect(Number(row.valuePerContactCents)).toBeLessThan(17_000);
        const margin = Number(row.salesCentsLast12) - Number(row.costCentsLast12);
        expect(Number(row.costToServeCents)).toBeGreaterThan(margin);
      }
      expect(row.caseType === "").toBe(row.isTriangle === "0");
    }
  });

  it("has valid UIDs, unassigned phone numbers and reserved mail domains", () => {
    for (const row of accounts) {
      const digits = row.STCEG!.replace(/\D/g, "");
      if (digits !== "") expect(uidCheckDigit(digits.slice(0, 8))).toBe(Number(digits[8]));
      const national = row.TELF1!.replace(/^\+41 ?/, "0").replace(/\D/g, "");
      if (national !== "" && !row.TELF1!.startsWith("+423")) expect(national).toMatch(/^0\d\d0\d{6}$/);
      if (row.SMTP_ADDR !== "") expect(row.SMTP_ADDR).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/);
      expect(row.PSTLZ).toMatch(/^\d{4}$/);
    }
  });

  it("is Windows-1252 with CRLF, and the CRM's file UTF-8 with a byte order mark", () => {
    const bytes = readFileSync(fileOf(company, "KNA1_KNVV_Kunden.csv").path);
    // "Zürich" with ü as the one byte 0xFC
    expect(bytes.includes(Buffer.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68]))).toBe(true);
    expect(bytes.includes(Buffer.from("ü", "utf8"))).toBe(false);
    expect(bytes.subarray(-2).toString("latin1")).toBe("\r\n");
    const contacts = fileOf(company, "Dynamics_contacts.csv");
    expect([...readFileSync(contacts.path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const people = rowsOf(contacts.path, "utf-8", ",");
    expect(people).toHaveLength(contacts.rows);
    expect(people.every((row) => /^0000\d{6}$/.test(row.accountnumber!) && row.lastname !== "")).toBe(true);
  });

  it("uses no word that the product must not show", () => {
    const forbidden =
      /unrentabel|karteileiche|kleinvieh|d-kunde|lästig|störenfried|\bfire\b|bottom.feeder|tail-end/i;
    const paths = [...company.files.map((file) => file.path), ...company.truth];
    for (const path of paths) {
      const text = new TextDecoder(/Dynamics|truth/.test(path) ? "utf-8" : "windows-1252").decode(
        readFileSync(path),
      );
      expect(forbidden.exec(text)?.[0], basename(path)).toBeUndefined();
    }
  });
});

describe("every company", () => {
  it("has the same bytes for the same seed, and others for another", async () => {
    for (const options of [
      { company: "alpfix", customers: 150 },
      { company: "alpfix", customers: 150, style: "bexio" },
      { company: "meridia", customers: 300, lines: 3_000 },
    ] as const) {
      const name = `${options.company}-${"style" in options}`;
      const first = hashes(await generate(`${name}-1`, options));
      expect(hashes(await generate(`${name}-2`, options))).toEqual(first);
      expect(hashes(await generate(`${name}-3`, { ...options, seed: 5 }))).not.toEqual(first);
    }
  });

  it("gives Meridia about as many lines as asked, with amounts that add up to the control totals", async () => {
    const steps = new Set<string>();
    const company = await generate("meridia", {
      company: "meridia",
      customers: 3_000,
      lines: 60_000,
      onProgress: ({ step }) => steps.add(step),
    });
    const file = fileOf(company, "meridia_rechnungspositionen.csv");
    expect(Math.abs(file.rows / 60_000 - 1)).toBeLessThan(0.08);
    const lines = rowsOf(file.path);
    expect(lines).toHaveLength(file.rows);
    const cents = lines.reduce(
      (sum, row) => sum + Math.round(Number(row.betrag!.replace(",", ".")) * 100),
      0,
    );
    const expected = truthOf(company, "control-totals.csv").reduce(
      (sum, row) => sum + Number(row.amountCents),
      0,
    );
    expect(cents).toBe(expected);
    expect([...steps]).toEqual(["masterData", "saleLines", "truth"]);
  });

  it("writes the subsidiary's files with decimal points and ISO dates", async () => {
    const company = await generate("bexio", { company: "alpfix", style: "bexio", customers: 100 });
    expect(company.files.map((file) => basename(file.path))).toEqual([
      "bexio_kontakte.csv",
      "bexio_artikel.csv",
      "bexio_rechnungen.csv",
      "bexio_auftraege.csv",
      "bexio_zeiterfassung.csv",
      "Kapazitaeten.csv",
    ]);
    const invoices = rowsOf(fileOf(company, "bexio_rechnungen.csv").path, "utf-8", ",");
    for (const row of invoices.slice(0, 500)) {
      expect(row.is_valid_from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(row.position_total).toMatch(/^-?\d+\.\d\d$/);
    }
  });

  it("can be as small as one customer and have any history", async () => {
    const company = await generate("one", { company: "alpfix", customers: 1, years: 1, asOf: "2024-02-29" });
    expect(truthOf(company, "customers.csv")).toHaveLength(1);
  });

  it("refuses knobs out of range with the range", async () => {
    await expect(generate("bad", { company: "alpfix", customers: 0 })).rejects.toThrow(
      "customers is 0; expected a whole number from 1 to 4900000",
    );
    await expect(generate("bad", { company: "meridia", lines: 1.5 })).rejects.toThrow(/lines is 1.5/);
    await expect(generate("bad", { company: "meridia", asOf: "20.11.2026" })).rejects.toThrow(
      /asOf is "20.11.2026"/,
    );
  });
});
