import { join } from "node:path";
import { type ExportFormat, type ExportKind, exportFormats } from "./export/export-format.ts";
import type { World } from "./export/world.ts";
import { Behaviour } from "./market/behaviour.ts";
import { openCalendar } from "./market/calendar.ts";
import { drawCatalogue } from "./market/catalogue.ts";
import { type EconomicsOverrides, economicsOf } from "./market/company-economics.ts";
import { drawPopulation } from "./market/draw-population.ts";
import { simulatePurchases } from "./market/simulate-purchases.ts";
import { AccountBook } from "./master/accounts.ts";
import { CarePlanner } from "./service/care-planner.ts";
import { drawCareRates } from "./service/care-rates.ts";
import { planCostPools, truePoolRates } from "./service/cost-pools.ts";
import { EffortBook } from "./service/effort-book.ts";
import { Staff } from "./service/staff.ts";
import { CaseTruth } from "./truth/case-files.ts";
import { writeContractsTruth } from "./truth/contracts.ts";
import { ControlTotals } from "./truth/control-totals.ts";
import { writeCustomersTruth } from "./truth/customers.ts";
import { writeDuplicatesTruth } from "./truth/duplicates.ts";

export interface GenerateOptions {
  readonly company: "alpfix" | "meridia";
  /** Folder for the exports; `truth/` goes below it. Created when missing, files of the same name are replaced. */
  readonly out: string;
  /** Whole number; default 20261120. The same seed and knobs give the same bytes. */
  readonly seed?: number;
  /** Customers of both sizes together, 1 to 4.9 m; default 21,400 (Alpfix), 1,070 (its bexio subsidiary), 100,000 (Meridia). */
  readonly customers?: number;
  /** Sale lines to aim at, met within a few per cent by ordering more or less often; default: what the economics give (Meridia: 1 m). */
  readonly lines?: number;
  /** Last day of the history, `yyyy-mm-dd`; default 2026-11-20. */
  readonly asOf?: string;
  /** Years of history, 1 to 20; default 3. */
  readonly years?: number;
  /** Which system Alpfix's files come from; default `sap`. Meridia has one form only and ignores it. */
  readonly style?: "sap" | "bexio";
  /** Factor on visits, calls, mails, meetings, expert hours and cases; default 1. */
  readonly careFactor?: number;
  /** What makes this company different from Alpfix (or Meridia), to any depth; see `CompanyEconomics`. */
  readonly economics?: EconomicsOverrides;
  readonly onProgress?: (progress: GenerateProgress) => void;
}

export interface GenerateProgress {
  readonly step: "masterData" | "saleLines" | "truth";
  /** 0 … 1 of this step. */
  readonly doneRatio: number;
  /** Rows written in this step so far. */
  readonly rows: number;
}

export interface GeneratedFile {
  readonly path: string;
  readonly kind: ExportKind;
  /** Data rows, without the header. */
  readonly rows: number;
}

export interface GeneratedCompany {
  readonly files: readonly GeneratedFile[];
  /** Paths of what an importer must not see: `customers.csv`, `duplicates.csv`, `control-totals.csv`, `cases.csv`, `case-types.csv`; Alpfix from SAP also `contracts.csv`. */
  readonly truth: readonly string[];
}

/** 1,400 of Alpfix's 21,400 customers are larger ones. */
const profiles = {
  sap: { customers: 21_400, lines: null, largeShare: 1_400 / 21_400, duplicateShare: 0.02 },
  bexio: { customers: 1_070, lines: null, largeShare: 1_400 / 21_400, duplicateShare: 0.02 },
  meridia: { customers: 100_000, lines: 1_000_000, largeShare: 0.01, duplicateShare: 0.004 },
} as const;

/** Invented UIDs run out there. */
const mostCustomers = 4_900_000;
const progressEveryDays = 20;

/**
 * Writes a reference company: the exports that a real system would write, and apart from them the truth behind them. Everything
 * is invented. Files are streamed; memory depends on the number of customers, not of lines.
 * @throws RangeError when a knob is out of range
 */
export async function generateCompany(options: GenerateOptions): Promise<GeneratedCompany> {
  const form = options.company === "meridia" ? "meridia" : (options.style ?? "sap");
  const world = buildWorld(options, form);
  const report = options.onProgress ?? (() => {});
  const format: ExportFormat = exportFormats[form];
  const files: GeneratedFile[] = [];

  for (const [i, file] of format.masterFiles.entries()) {
    report({ step: "masterData", doneRatio: i / format.masterFiles.length, rows: 0 });
    const path = join(options.out, file.name);
    files.push({ path, kind: file.kind, rows: await file.write(world, path) });
  }

  const truthPath = (name: string) => join(options.out, "truth", name);
  const behaviour = new Behaviour(world.population.size, world.calendar, world.catalogue);
  const effort = new EffortBook(world.population.size, world.calendar);
  const totals = new ControlTotals(world.calendar);
  const caseTruth = await CaseTruth.open(truthPath("cases.csv"), format.numberOf);
  const lines = await format.openLines(world, join(options.out, format.lineFile));
  const service = await Promise.all(
    format.serviceFiles.map(async ({ name, kind, open }) => ({
      kind,
      sink: await open(world, join(options.out, name)),
    })),
  );
  const planner = new CarePlanner(world, [effort, caseTruth, ...service.map(({ sink }) => sink)]);
  const writers = [lines, caseTruth, ...service.map(({ sink }) => sink)].map((sink) => sink.writer);
  await simulatePurchases(world, [lines, behaviour, totals, effort, planner], async (day) => {
    planner.playDay(day);
    for (const writer of writers) await writer.flushWhenFull();
    if (day % progressEveryDays === 0)
      report({ step: "saleLines", doneRatio: day / world.calendar.days, rows: lines.writer.rows });
  });
  for (const writer of writers) await writer.close();
  files.push({ path: lines.writer.path, kind: "saleLines", rows: lines.writer.rows });
  for (const { kind, sink } of service) files.push({ path: sink.writer.path, kind, rows: sink.writer.rows });

  report({ step: "truth", doneRatio: 0, rows: 0 });
  const pools = planCostPools(world.calendar, effort, world.economics);
  for (const file of format.lateFiles) {
    const path = join(options.out, file.name);
    const rows = await file.write(world, { behaviour, effort, pools }, path);
    files.push({ path, kind: file.kind, rows });
  }
  const counted = { behaviour, effort, ratesChf: truePoolRates(world.calendar, pools) };
  await writeCustomersTruth(world, counted, truthPath("customers.csv"), format.numberOf);
  await writeDuplicatesTruth(world, truthPath("duplicates.csv"), format.numberOf);
  await totals.write(truthPath("control-totals.csv"));
  await caseTruth.writeTypes(truthPath("case-types.csv"));
  const truth = ["customers.csv", "duplicates.csv", "control-totals.csv", "cases.csv", "case-types.csv"];
  if (files.some(({ kind }) => kind === "contracts")) {
    await writeContractsTruth(world, behaviour, truthPath("contracts.csv"), format.numberOf);
    truth.push("contracts.csv");
  }
  report({ step: "truth", doneRatio: 1, rows: world.population.size });
  return { files, truth: truth.map(truthPath) };
}

function buildWorld(options: GenerateOptions, form: keyof typeof profiles): World {
  const profile = profiles[form];
  const seed = whole("seed", options.seed ?? 20_261_120, -(2 ** 31), 2 ** 31 - 1);
  const customers = whole("customers", options.customers ?? profile.customers, 1, mostCustomers);
  const lines = options.lines ?? profile.lines;
  if (lines !== null) whole("lines", lines, 1, 10_000_000_000);
  const calendar = openCalendar(options.asOf ?? "2026-11-20", options.years ?? 3);
  const economics = economicsOf(options.economics);
  const careFactor = options.careFactor ?? 1;
  if (!(careFactor >= 0 && careFactor <= 100))
    throw new RangeError(`careFactor is ${careFactor}; expected a number from 0 to 100`);
  const largeCustomers = Math.round(customers * profile.largeShare);
  const population = drawPopulation(
    { seed, smallCustomers: customers - largeCustomers, largeCustomers, lines, economics },
    calendar,
  );
  const accounts = new AccountBook(seed, population, calendar, profile.duplicateShare);
  return {
    seed,
    calendar,
    catalogue: drawCatalogue(seed),
    population,
    accounts,
    economics,
    care: drawCareRates(seed, population, calendar, economics, careFactor),
    staff: new Staff(seed, population),
  };
}

function whole(name: string, value: number, lowest: number, highest: number): number {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw new RangeError(`${name} is ${value}; expected a whole number from ${lowest} to ${highest}`);
}
