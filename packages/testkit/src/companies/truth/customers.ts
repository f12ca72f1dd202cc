import type { World } from "../export/world.ts";
import type { Behaviour } from "../market/behaviour.ts";
import { channels, withoutCareDays } from "../market/economics.ts";
import { buyerKind, latentState } from "../market/population.ts";
import { branches } from "../master/branches.ts";
import type { EffortBook } from "../service/effort-book.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { serviceEffortOf } from "./service-effort.ts";
import { caseTypeOf, countBits, isInTriangle, marginCents } from "./triangle.ts";

const columns = [
  "customer",
  "accounts",
  "size",
  "branch",
  "staff",
  "channel",
  "dealer",
  "trueState",
  "isNew",
  "isReactivated",
  "isOneTime",
  "trueRhythmDays",
  "rhythmShape",
  "grossMarginRatio",
  "invoices",
  "firstInvoice",
  "lastInvoice",
  "invoicesLast12",
  "salesCentsLast12",
  "costCentsLast12",
  "needFieldsLast12",
  "visits",
  "contacts",
  "expertHours",
  "costToServeCents",
  "caseType",
  "isTriangle",
  "isForgotten",
  "potentialCents",
  "upliftRatio",
  "upliftCents",
  "visitsLogged",
  "cases",
  "failureCases",
  "valuePerContactCents",
  "needVariety",
  "needBreadth",
  "effortRatio",
];

/** What was counted while the history was played, and what a minute of each role cost. */
export interface Counted {
  readonly behaviour: Behaviour;
  readonly effort: EffortBook;
  readonly ratesChf: readonly number[];
}

/** One row a customer (not an account): the latent parameters and what came of them. */
export async function writeCustomersTruth(
  world: World,
  counted: Counted,
  path: string,
  numberOf: (account: number) => string,
): Promise<void> {
  const writer = await ChunkWriter.open(path, "utf8", `${columns.join(";")}\n`);
  for (let c = 0; c < world.population.size; c++) {
    writer.addRow(`${customerRow(world, counted, c, numberOf).join(";")}\n`);
    await writer.flushWhenFull();
  }
  await writer.close();
}

function customerRow(
  world: World,
  { behaviour, effort: book, ratesChf }: Counted,
  c: number,
  numberOf: (account: number) => string,
): (string | number)[] {
  const { population, calendar, accounts } = world;
  const effort = serviceEffortOf(book, behaviour, ratesChf, c);
  const isTriangle = isInTriangle(behaviour, effort, c);
  const margin = marginCents(behaviour, c);
  const isOneTime = population.kind[c] === buyerKind.oneTime;
  const dealer = population.dealer[c] as number;
  const dateOf = (day: number) => (day < 0 ? "" : (calendar.iso[day] as string));
  return [
    numberOf(c),
    accounts.accountsOf(c).length,
    population.isLarge[c] ? "large" : "small",
    branches[population.branch[c] as number]?.code ?? "",
    population.staff[c] as number,
    channels[population.channel[c] as number]?.name ?? "",
    dealer === 0 ? "" : `H${String(dealer).padStart(2, "0")}`,
    trueState(world, behaviour, c),
    flag(
      (population.startDay[c] as number) > 0 && (behaviour.firstDay[c] as number) >= calendar.firstOfLast12,
    ),
    flag(isReactivated(world, behaviour, c)),
    flag(isOneTime),
    population.kind[c] === buyerKind.regular ? (population.gapDays[c] as number).toFixed(2) : "",
    (population.gapShape[c] as number).toFixed(3),
    (population.grossMargin[c] as number).toFixed(4),
    behaviour.invoices[c] as number,
    dateOf(behaviour.firstDay[c] as number),
    dateOf(behaviour.lastDay[c] as number),
    behaviour.invoicesLast12[c] as number,
    behaviour.salesCentsLast12[c] as number,
    behaviour.costCentsLast12[c] as number,
    countBits(behaviour.needsLast12[c] as number),
    effort.visits,
    effort.contacts,
    effort.expertHours,
    effort.costToServeCents,
    isTriangle ? caseTypeOf(behaviour, effort, c) : "",
    flag(isTriangle),
    flag(isForgotten(world, behaviour, c)),
    Math.round((population.potentialChf[c] as number) * 100),
    (population.upliftRatio[c] as number).toFixed(4),
    Math.round((population.upliftRatio[c] as number) * (behaviour.salesCentsLast12[c] as number)),
    effort.visitsLogged,
    effort.cases,
    effort.failureCases,
    effort.valuePerContactCents,
    effort.needVariety,
    behaviour.needBreadth(c).toFixed(3),
    margin > 0 ? (effort.costToServeCents / margin).toFixed(4) : "",
  ];
}

/** The latent state, except that whoever has no invoice in the export never bought as far as anybody can know. */
function trueState(world: World, behaviour: Behaviour, c: number): string {
  return behaviour.invoices[c] === 0 ? "neverBought" : latentState(world.population, c, world.calendar);
}

/** Bought before a pause, and again after it. */
function isReactivated(world: World, behaviour: Behaviour, c: number): boolean {
  const { pauseFrom, pauseTo } = world.population;
  const first = behaviour.firstDay[c] as number;
  return (
    first >= 0 &&
    first < (pauseFrom[c] as number) &&
    (behaviour.lastDay[c] as number) >= (pauseTo[c] as number)
  );
}

/** Bought through a dealer, still works, and nothing was invoiced for so long that nobody can have looked after it. */
function isForgotten(world: World, behaviour: Behaviour, c: number): boolean {
  const last = behaviour.lastDay[c] as number;
  if (world.population.dealer[c] === 0 || last < 0) return false;
  const isInBusiness = latentState(world.population, c, world.calendar) !== "lost";
  return isInBusiness && world.calendar.days - 1 - last >= withoutCareDays;
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
