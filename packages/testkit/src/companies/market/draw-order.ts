import type { Random } from "../../random.ts";
import { type Catalogue, productGroups } from "./catalogue.ts";
import type { Population } from "./population.ts";
import { invoiceType, type SaleDocument } from "./sale-document.ts";

/** Terms of today, CHF: freight below this order value, a small-order surcharge below that one. */
const terms = { freeFreightFrom: 150, freight: 9.5, surchargeBelow: 50, surcharge: 6 } as const;
const web = 2;
const edi = 4;
const yearlyPriceRise = 0.015;

/** Fills one invoice of a customer: value, lines, articles, fees. */
export class OrderDrawer {
  readonly #population: Population;
  readonly #catalogue: Catalogue;
  readonly #random: Random;
  /** Group numbers of each need mask, made when first needed. */
  readonly #groupsOf: (readonly number[] | undefined)[] = [];
  readonly #shares = new Float64Array(9);

  constructor(population: Population, catalogue: Catalogue, random: Random) {
    this.#population = population;
    this.#catalogue = catalogue;
    this.#random = random;
  }

  /** @param yearsBeforeAsOf age of the order, for prices */
  fill(document: SaleDocument, customer: number, day: number, yearsBeforeAsOf: number): void {
    const population = this.#population;
    const random = this.#random;
    document.type = invoiceType;
    document.day = day;
    document.customer = customer;
    document.lineCount = 0;
    document.channel = random.chance(0.78) ? (population.channel[customer] as number) : random.below(4);
    const isLarge = population.isLarge[customer] === 1;
    const priceLevel = (1 + yearlyPriceRise) ** -yearsBeforeAsOf;
    const targetChf = random.lognormal(population.orderChf[customer] as number, 0.5);
    const lines = 1 + Math.min(8, Math.floor(random.exponential(lineMean(targetChf, isLarge))));
    this.#addProducts(
      document,
      lines,
      targetChf * 100,
      population.grossMargin[customer] as number,
      priceLevel,
    );
    this.#addFees(document, isLarge);
  }

  /** A cash sale: one to three things at list price, nobody's customer number. */
  fillCashSale(document: SaleDocument, day: number): void {
    const random = this.#random;
    document.type = invoiceType;
    document.day = day;
    document.channel = 0;
    document.lineCount = 0;
    for (let i = random.between(1, 3); i > 0; i--) {
      const material = random.below(this.#catalogue.productCount);
      document.addLine(
        material,
        1_000,
        this.#catalogue.listCents[material] as number,
        this.#catalogue.costCents[material] as number,
      );
    }
  }

  #addProducts(
    document: SaleDocument,
    lines: number,
    targetCents: number,
    grossMargin: number,
    priceLevel: number,
  ): void {
    const random = this.#random;
    const needs = this.#population.needs[document.customer] as number;
    this.#groupsOf[needs] ??= productGroups.map((_, g) => g).filter((g) => needs & (1 << g));
    const groups = this.#groupsOf[needs] as readonly number[];
    let sum = 0;
    for (let i = 0; i < lines; i++) sum += this.#shares[i] = 0.15 + random.next();
    for (let i = 0; i < lines; i++) {
      const group = groups[random.below(groups.length)] as number;
      // The customer's discount on the list follows from the margin that we make with him.
      const priceFactor = ((productGroups[group]?.costRatio ?? 0.55) / (1 - grossMargin)) * priceLevel;
      this.#addProduct(
        document,
        group,
        (targetCents * (this.#shares[i] as number)) / sum,
        priceFactor,
        priceLevel,
      );
    }
  }

  #addProduct(
    document: SaleDocument,
    group: number,
    targetCents: number,
    priceFactor: number,
    priceLevel: number,
  ): void {
    const { listCents, costCents, firstOfGroup, unit } = this.#catalogue;
    const random = this.#random;
    const first = firstOfGroup[group] as number;
    const end = this.#firstDearer(first, firstOfGroup[group + 1] as number, targetCents / priceFactor);
    const affordable = end - first;
    const material = affordable <= 0 ? first : first + Math.floor(affordable * Math.sqrt(random.next()));
    const priceCents = Math.max(1, Math.round((listCents[material] as number) * priceFactor));
    const step = unit[material] === "M" ? 500 : 1_000;
    const quantityMilli = Math.max(step, Math.round((targetCents / priceCents) * (1_000 / step)) * step);
    document.addLine(material, quantityMilli, priceCents, (costCents[material] as number) * priceLevel);
  }

  /** First article in [from, to) whose list price is above the limit. */
  #firstDearer(from: number, to: number, limitCents: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#catalogue.listCents[middle] as number) > limitCents) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #addFees(document: SaleDocument, isLarge: boolean): void {
    const random = this.#random;
    const { fee } = this.#catalogue;
    let productCents = 0;
    for (let i = 0; i < document.lineCount; i++) productCents += document.amountCents[i] as number;
    if (random.chance(isLarge ? 0.03 : 0.008))
      document.addLine(fee.discount, 1_000, -Math.round(productCents * 0.05), 0);
    if (document.channel === edi) return;
    const freight = productCents < terms.freeFreightFrom * 100 && !random.chance(0.35);
    if (freight) document.addLine(fee.freight, 1_000, terms.freight * 100, terms.freight * 90);
    // Goodwill: the surcharge is often waived, and the web shop does not know it.
    const surcharge =
      productCents < terms.surchargeBelow * 100 && document.channel !== web && !random.chance(0.4);
    if (surcharge) document.addLine(fee.smallOrder, 1_000, terms.surcharge * 100, 0);
    if (random.chance(0.006)) document.addLine(fee.express, 1_000, 1_800, 1_500);
  }
}

/** Mean number of lines beyond the first. */
function lineMean(targetChf: number, isLarge: boolean): number {
  return isLarge ? 3 : 0.25 + 0.33 * Math.log1p(targetChf / 60);
}
