import { Random, WeightedChoice } from "../../random.ts";
import { branches } from "../master/branches.ts";
import type { Calendar } from "./calendar.ts";
import { productGroups } from "./catalogue.ts";
import type { CompanyEconomics } from "./company-economics.ts";
import { dealerCount, dealerShares, type SizeEconomics } from "./economics.ts";
import { drawLifeCycle } from "./life-cycle.ts";
import { allocatePopulation, buyerKind, type Population, presentDays, scatterLarge } from "./population.ts";

export interface PopulationKnobs {
  readonly seed: number;
  readonly smallCustomers: number;
  readonly largeCustomers: number;
  /** Expected sale lines over the whole history; order frequency is scaled to meet it. Null keeps the economics as they are. */
  readonly lines: number | null;
  readonly economics: CompanyEconomics;
}

/** Mean lines of an order with its fees and later credits, as measured on both companies; used only to meet `lines`. */
const linesPerOrder = { small: 1.78, large: 3.45 } as const;

/** Draws all customers: who they are, how they come and go, and their rhythm and money scaled to the economics of their size. */
export function drawPopulation(knobs: PopulationKnobs, calendar: Calendar): Population {
  const random = new Random(knobs.seed, "population");
  const population = allocatePopulation(knobs.smallCustomers + knobs.largeCustomers, knobs.smallCustomers);
  scatterLarge(population, random);
  const { small, large, needBreadth } = knobs.economics;
  const drawSmall = customerDrawer(small, "small", needBreadth.small);
  const drawLarge = customerDrawer(large, "large", needBreadth.large);
  for (let c = 0; c < population.size; c++) {
    (population.isLarge[c] ? drawLarge : drawSmall)(population, c, random);
    drawLifeCycle(population, c, calendar, random);
  }
  scaleToEconomics(population, calendar, 0, small);
  scaleToEconomics(population, calendar, 1, large);
  if (knobs.lines !== null) scaleToLines(population, calendar, knobs.lines);
  for (let c = 0; c < population.size; c++) drawPotential(population, c, random);
  return population;
}

function customerDrawer(economics: SizeEconomics, size: "small" | "large", needBreadth: number) {
  const branchChoice = new WeightedChoice(
    branches.map((branch) => (size === "small" ? branch.smallWeight : branch.largeWeight)),
  );
  const channelChoice = new WeightedChoice(economics.channelWeights);
  return (population: Population, c: number, random: Random): void => {
    const branch = branchChoice.draw(random);
    population.branch[c] = branch;
    population.channel[c] = channelChoice.draw(random);
    population.needs[c] = drawNeeds(branch, needBreadth, random);
    const salesChf = random.lognormal(economics.meanSalesChfPerYear, economics.salesSigma);
    const [lowest, highest] = economics.orderBoundsChf;
    const orderChf = clamp(
      economics.medianOrderChf * Math.exp(economics.orderSigma * random.normal()),
      lowest,
      highest,
    );
    const ordersPerYear = clamp(salesChf / orderChf, 0.8, economics.maxOrdersPerYear);
    population.gapDays[c] = 365 / ordersPerYear;
    population.orderChf[c] = salesChf / ordersPerYear;
    // Shape 1 buys at random, shape 8 like clockwork; the median customer is moderately regular.
    population.gapShape[c] = clamp(1.9 * Math.exp(0.55 * random.normal()), 0.8, 9);
    const { mean, sigma, bounds } = economics.grossMargin;
    const bigDiscount = size === "large" ? 0.03 * Math.log(salesChf / economics.meanSalesChfPerYear) : 0;
    population.grossMargin[c] = clamp(mean + sigma * random.normal() - bigDiscount, bounds[0], bounds[1]);
    if (size === "small" && random.chance(dealerShares.covered))
      population.dealer[c] = random.between(1, dealerCount);
  };
}

/** Each need of the trade with a chance that falls from the most typical on; a stray need from outside the trade is rare. */
function drawNeeds(branch: number, breadth: number, random: Random): number {
  const typical = branches[branch]?.needs ?? [];
  let mask = 0;
  for (const [g, group] of productGroups.entries()) {
    const rank = typical.indexOf(group.code);
    const probability = rank < 0 ? 0.05 : Math.min(0.97, breadth * 1.5 - 0.1 * rank);
    if (random.chance(probability)) mask |= 1 << g;
  }
  return mask || 1 << productGroups.findIndex((group) => group.code === typical[0]);
}

/**
 * Scales rhythm and order value so that the expected orders and sales of the last twelve months over all customers of a size,
 * present or not, meet its economics. The scatter stays as drawn.
 */
function scaleToEconomics(
  population: Population,
  calendar: Calendar,
  isLarge: 0 | 1,
  economics: SizeEconomics,
): void {
  let orders = 0;
  let salesChf = 0;
  let count = 0;
  for (let c = 0; c < population.size; c++) {
    if (population.isLarge[c] !== isLarge) continue;
    count++;
    const expected =
      presentDays(population, c, calendar.firstOfLast12, calendar.days) / (population.gapDays[c] as number);
    orders += expected;
    salesChf += expected * (population.orderChf[c] as number);
  }
  if (orders === 0) return;
  const frequency = (economics.meanOrdersPerYear * count) / orders;
  const value = (economics.meanSalesChfPerYear * count) / (salesChf * frequency);
  for (let c = 0; c < population.size; c++) {
    if (population.isLarge[c] !== isLarge) continue;
    population.gapDays[c] = (population.gapDays[c] as number) / frequency;
    population.orderChf[c] = (population.orderChf[c] as number) * value;
  }
}

function scaleToLines(population: Population, calendar: Calendar, lines: number): void {
  let expected = 0;
  for (let c = 0; c < population.size; c++) {
    const orders = presentDays(population, c, 0, calendar.days) / (population.gapDays[c] as number);
    expected += orders * linesPerOrder[population.isLarge[c] ? "large" : "small"];
  }
  if (expected === 0) return;
  for (let c = 0; c < population.size; c++)
    population.gapDays[c] = ((population.gapDays[c] as number) * expected) / lines;
}

/** Share of wallet first, then potential = sales ÷ share, staff = potential ÷ demand per head, uplift from what is still open. */
function drawPotential(population: Population, c: number, random: Random): void {
  const salesChf = ((population.orderChf[c] as number) * 365) / (population.gapDays[c] as number);
  const shareOfWallet = 0.03 + 0.94 * random.beta(1.6, 2.4);
  const potentialChf =
    population.kind[c] === buyerKind.regular ? salesChf / shareOfWallet : random.lognormal(2_500, 1.1);
  const perHead =
    (branches[population.branch[c] as number]?.demandChfPerHead ?? 1_000) * random.lognormal(1, 0.3);
  population.potentialChf[c] = potentialChf;
  population.staff[c] = clamp(Math.round(potentialChf / perHead), 1, 4_000);
  // Some do not respond at all; who already buys nearly everything from us cannot respond much.
  const response = random.chance(0.35) ? 0 : random.gamma(1.5, 0.12);
  population.upliftRatio[c] = Math.min(response, 0.5 * (1 / shareOfWallet - 1));
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}
