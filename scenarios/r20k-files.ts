import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { setParameter } from "@kleinod/data/segments/parameters.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { defaultActivities } from "@kleinod/engine/measures/cost-to-serve/default-activities-contract.ts";
import { importTemplates, type TemplateRow, writeTemplate } from "./cost-to-serve-files.ts";

/** The reference world of domain.md §2.5 as files of a company: what it is made of and what it must give. */
export const r20kFolder = resolve(process.env.KLEINOD_TEST_DATA ?? "../shared/data", "r20k");
export const isR20kThere = existsSync(join(r20kFolder, "small.csv.gz"));
if (!isR20kThere) console.warn(`Skipped: ${r20kFolder} is not there (set KLEINOD_TEST_DATA).`);

/** Below this a customer is small, whichever of the two files it stands in. */
export const r20kLine = 15_000;
export const r20kAsOf = "2025-12-31";

export interface SmallRow {
  readonly customer: string;
  readonly revenue: number;
  readonly orders: number;
  readonly margin: number;
  readonly channel: string;
  readonly visits: number;
  readonly contacts: number;
  readonly expertHours: number;
  readonly returns: number;
}
export interface LargeRow {
  readonly customer: string;
  readonly revenue: number;
  readonly margin: number;
  readonly cost: number;
}

const rowsOf = (name: string) =>
  gunzipSync(readFileSync(join(r20kFolder, name)))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** The world's small customers, as its file says. */
export function readSmall(): SmallRow[] {
  return rowsOf("small.csv.gz").map((cells) => ({
    customer: cells[0]!,
    revenue: Number(cells[1]),
    orders: Number(cells[2]),
    margin: Number(cells[3]),
    channel: cells[4]!,
    visits: Number(cells[5]),
    contacts: Number(cells[6]),
    expertHours: Number(cells[7]),
    returns: Number(cells[8]),
  }));
}

export function readLarge(): LargeRow[] {
  return rowsOf("large.csv.gz").map(([customer, revenue, margin, cost]) => ({
    customer: customer!,
    revenue: Number(revenue),
    margin: Number(margin),
    cost: Number(cost),
  }));
}

/** Unit costs of the world in CHF, which are minutes too: every pool costs CHF 1 a minute. */
export const minutes = {
  orderPhone: 19,
  orderMail: 16,
  orderWeb: 4.5,
  orderField: 28,
  orderEdi: 2,
  delivery: 21,
  visit: 260,
  call: 11,
  expertHour: 120,
  customerYear: 55,
} as const;
export const entry: Readonly<Record<string, number>> = {
  phone: minutes.orderPhone,
  mail: minutes.orderMail,
  web: minutes.orderWeb,
  field: minutes.orderField,
  edi: minutes.orderEdi,
};

const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + (index % 365))).toISOString().slice(0, 10);

function* sales(small: readonly SmallRow[], large: readonly LargeRow[]): Generator<TemplateRow> {
  for (const { customer, revenue, margin } of [...small, ...large]) {
    yield {
      documentNumber: `R${customer}`,
      documentDate: r20kAsOf,
      documentType: "invoice",
      accountKey: customer,
      productCode: "P1",
      quantity: 1,
      amount: revenue.toFixed(2),
      costAmount: (revenue * (1 - margin)).toFixed(2),
    };
  }
}

function* orders(small: readonly SmallRow[], delivered: boolean): Generator<TemplateRow> {
  for (const { customer, orders: count, channel } of small) {
    for (let index = 0; index < count; index++) {
      const number = `${customer}-${index}`;
      yield delivered
        ? {
            deliveryNumber: `L${number}`,
            orderNumber: number,
            accountKey: customer,
            deliveryDate: day(index * 7),
            lines: 1,
          }
        : {
            orderNumber: number,
            accountKey: customer,
            orderDate: day(index * 7),
            entryChannel: channel,
            lines: 1,
          };
    }
  }
}

function* talks(small: readonly SmallRow[], large: readonly LargeRow[]): Generator<TemplateRow> {
  let key = 0;
  const talk = (accountKey: string, activityType: string, role: string, spent: number) => ({
    activityKey: `T${key}`,
    accountKey,
    startedAt: `${day(key++)} 10:15`,
    activityType,
    role,
    minutes: spent,
  });
  for (const row of small) {
    for (let index = 0; index < row.visits; index++)
      yield talk(row.customer, "visit", "Field sales", minutes.visit);
    for (let index = 0; index < row.contacts; index++)
      yield talk(row.customer, "call", "Inside sales", minutes.call);
    if (row.expertHours > 0)
      yield talk(row.customer, "expert advice", "Experts", row.expertHours * minutes.expertHour);
  }
  for (const row of large)
    yield talk(row.customer, "meeting", "Key account management", row.cost - minutes.customerYear);
}

function* returns(small: readonly SmallRow[]): Generator<TemplateRow> {
  for (const { customer, returns: cost } of small) {
    if (cost > 0)
      yield {
        returnNumber: `G${customer}`,
        accountKey: customer,
        returnDate: r20kAsOf,
        lines: 1,
        cost: cost.toFixed(2),
      };
  }
}

/** Capacity is what is used, rounded up to whole minutes, at CHF 1 a minute. */
function pools(small: readonly SmallRow[], large: readonly LargeRow[]): TemplateRow[] {
  const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const used: Readonly<Record<string, number>> = {
    "Inside sales":
      sum(small, (row) => (row.channel === "field" ? 0 : row.orders * entry[row.channel]!)) +
      sum(small, (row) => row.contacts * minutes.call),
    "Field sales":
      sum(small, (row) => (row.channel === "field" ? row.orders * minutes.orderField : 0)) +
      sum(small, (row) => row.visits * minutes.visit),
    Experts: sum(small, (row) => row.expertHours * minutes.expertHour),
    Logistics: sum(small, (row) => row.orders * minutes.delivery),
    "Management and administration": (small.length + large.length) * minutes.customerYear,
    "Key account management": sum(large, (row) => row.cost - minutes.customerYear),
  };
  return Object.entries(used).map(([role, spent], index) => ({
    poolCode: `P${index}`,
    role,
    validFrom: "2025-01-01",
    validTo: "2025-12-31",
    cost: Math.ceil(spent + 1),
    capacityMinutes: Math.ceil(spent + 1),
  }));
}

/** The activities of the world with its unit costs; avoidable shares are the shipped ones, which are those of the world. */
function activities() {
  const others: Readonly<Record<string, string>> = {
    invoice: "0",
    returnHandling: "0",
    meeting: "0",
    returnCost: "0",
  };
  return defaultActivities
    .filter(({ code }) => code in minutes || code in others)
    .map(({ insteadBy: _none, ...activity }) => ({
      ...activity,
      equation: others[activity.code] ?? String(minutes[activity.code as keyof typeof minutes]),
    }));
}

/** Writes the world as files into a folder and imports them; every pool at CHF 1 a minute. Close the workspace at the end. */
export async function importR20k(folder: string): Promise<Workspace> {
  const small = readSmall();
  const large = readLarge();
  const write = async (
    name: string,
    kind: Parameters<typeof writeTemplate>[1],
    rows: Iterable<TemplateRow>,
  ) => {
    await writeTemplate(join(folder, name), kind, rows);
    return join(folder, name);
  };
  const files = [
    await write("sales.csv", "saleLines", sales(small, large)),
    await write("orders.csv", "orderHeaders", orders(small, false)),
    await write("deliveries.csv", "deliveries", orders(small, true)),
    await write("talks.csv", "activities", talks(small, large)),
    await write("returns.csv", "returns", returns(small)),
    await write("pools.csv", "costPools", pools(small, large)),
  ];
  const workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2026-01-05" });
  const declined = await importTemplates(workspace, files);
  if (declined !== 0) throw new Error(`${declined} rows of the reference world were declined.`);
  const set = await setParameter(workspace, "costToServe.activities", activities(), {
    author: "controller",
  });
  if (!set.ok) throw new Error(set.message.en);
  // 98.8 % of the world's small customers buy for less than this, and 8 % of its large ones.
  const line = await setParameter(workspace, "size.lineCents", 100 * r20kLine, { author: "controller" });
  if (!line.ok) throw new Error(line.message.en);
  return workspace;
}
