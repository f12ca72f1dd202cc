import { costDrivers } from "../contracts/drivers.ts";
import type { CapacityCourse } from "./capacity-course.ts";
import { fieldIndex, fieldsOf, sumFields } from "./effects/segment-sums.ts";
import type { Newcomers } from "./newcomers.ts";
import { fieldAt, moneyFields, quarterAt, segmentYearAt, type World } from "./outcome-contract.ts";
import type { SimulatedBase } from "./prepare-simulation.ts";
import { yearOf } from "./quarters.ts";

const drivers = costDrivers.map((driver) => ({ sum: fieldIndex[driver], line: fieldAt[driver] }));

/** Writes the figures of one world into the outcome of a draw, quarter by quarter. */
export class QuarterBook {
  readonly #simulated: SimulatedBase;
  readonly #world: World;
  readonly #outcome: Float64Array;
  readonly #fields: number;
  /** Minutes of small customers in the quarter as a yearly rate, by role and by segment and role. */
  readonly smallMinutes: Float64Array;
  readonly #segmentMinutes: Float64Array;
  #quarter = 0;
  #sums: Float64Array;
  #scale = 1;
  #everybody: Float64Array;

  constructor(simulated: SimulatedBase, world: World, outcome: Float64Array) {
    this.#simulated = simulated;
    this.#world = world;
    this.#outcome = outcome;
    this.#fields = fieldsOf(simulated.prepared);
    this.smallMinutes = new Float64Array(simulated.shape.roles);
    this.#segmentMinutes = new Float64Array(simulated.shape.roles * simulated.shape.segments);
    this.#sums = simulated.everybody;
    this.#everybody = simulated.everybody;
  }

  /** @param sums of today's customers as yearly rates, to be taken times `scale`. */
  begin(quarter: number, sums: Float64Array, scale: number, everybody: Float64Array): void {
    this.#quarter = quarter;
    this.#sums = sums;
    this.#scale = scale;
    this.#everybody = everybody;
    this.smallMinutes.fill(0);
  }

  /** Mean per customer of a segment; factors of an empty segment are 1, everything else 0. */
  mean(sums: Float64Array, segment: number, field: number): number {
    const at = segment * this.#fields;
    const customers = sums[at + fieldIndex.customers]!;
    if (customers > 0) return sums[at + field]! / customers;
    return field === fieldIndex.churnFactor || field === fieldIndex.acquisitionFactor ? 1 : 0;
  }

  /** A yearly cost of the plan, spread over segments by the customers that it is for. */
  addFixedCost(customers: Float64Array, centsPerYear: number): void {
    if (centsPerYear === 0) return;
    const all = customers.reduce((sum, count) => sum + count, 0);
    for (let segment = 0; segment < customers.length; segment++) {
      const part = all > 0 ? customers[segment]! / all : segment === 0 ? 1 : 0;
      this.#add(segment, fieldAt.programme, -centsPerYear * part);
    }
  }

  /** Figures of a segment with its newcomers; `customers` is their number at the end of the quarter. */
  addSegment(segment: number, newcomers: Newcomers, customers: number): void {
    const start = segment * this.#fields;
    const [heads, buying] = [newcomers.mid[segment]!, newcomers.midBuying[segment]!];
    const perHead = (field: number) =>
      this.#sums[start + field]! * this.#scale + heads * this.mean(this.#everybody, segment, field);
    const bought = (field: number) =>
      this.#sums[start + field]! * this.#scale + buying * this.mean(this.#everybody, segment, field);
    const sales = bought(fieldIndex.salesCents);
    this.#add(segment, fieldAt.sales, sales);
    this.#add(segment, fieldAt.goods, bought(fieldIndex.contribution1Cents) - sales);
    this.#add(
      segment,
      fieldAt.fees,
      bought(fieldIndex.orderFeesCents) + perHead(fieldIndex.customerFeesCents),
    );
    for (const { sum, line } of drivers) {
      const isBought = sum === fieldIndex.orderEntry || sum === fieldIndex.logistics;
      this.#add(segment, line, isBought ? -bought(sum) : -perHead(sum));
    }
    // Cost of winning is a sum of the quarter, not a yearly rate.
    this.#add(segment, fieldAt.acquisition, -4 * newcomers.acquisitionCents[segment]!);
    this.#add(segment, fieldAt.programme, -perHead(fieldIndex.programmeCents));
    this.#add(segment, fieldAt.customerYears, perHead(fieldIndex.customers));
    this.#add(segment, fieldAt.customerMinutes, perHead(fieldIndex.customerMinutes));
    this.#add(segment, fieldAt.customerMoney, perHead(fieldIndex.customerMoneyCents));
    this.#add(segment, fieldAt.contactPressure, perHead(fieldIndex.contactPressure));
    this.#add(segment, fieldAt.new, 4 * newcomers.came[segment]!);
    this.#add(segment, fieldAt.reactivated, 4 * newcomers.returned[segment]!);
    this.#outcome[this.#at(segment) + fieldAt.end] = customers;
    this.#addMinutes(segment, heads, buying, perHead);
  }

  /** Cost of idle time by segment; the result of the quarter. */
  finish(capacity: CapacityCourse): void {
    const { shape } = this.#simulated;
    for (let role = 0; role < shape.roles; role++) {
      this.#spread(role, -capacity.idleCents[role]!, 1);
      this.#spread(role, -capacity.unreleasedCents[role]!, -1);
    }
    let result = 0;
    for (let segment = 0; segment < shape.segments; segment++) result += this.#booked(segment);
    this.#outcome[quarterAt(shape, this.#world, this.#quarter)] = result - this.#before();
  }

  #addMinutes(segment: number, heads: number, buying: number, perHead: (field: number) => number): void {
    const { prepared, shape } = this.#simulated;
    const start = segment * this.#fields;
    const grown = sumFields.length + shape.roles;
    const minutes = this.#segmentMinutes.subarray(segment * shape.roles, (segment + 1) * shape.roles);
    for (let role = 0; role < shape.roles; role++) minutes[role] = perHead(sumFields.length + role);
    for (let offset = 0; offset < 2; offset++) {
      const [asSales, asHeads] = [
        this.#sums[start + grown + offset]!,
        this.#sums[start + grown + offset + 2]!,
      ];
      const ofNew = (buying - heads) * this.mean(this.#everybody, segment, grown + offset);
      const change = (asSales - asHeads) * this.#scale + ofNew;
      for (const { role, ratio } of prepared.driverRoles[offset === 0 ? "orderEntry" : "logistics"])
        minutes[role] = Math.max(0, minutes[role]! + change * ratio);
    }
    for (let role = 0; role < shape.roles; role++) this.smallMinutes[role]! += minutes[role]!;
  }

  /** By who uses more (`direction` 1) or less (−1) of the role than today; if nobody does, by customers. */
  #spread(role: number, cents: number, direction: 1 | -1): void {
    if (cents === 0) return;
    const { shape, segmentMinutes, customers } = this.#simulated;
    let all = 0;
    const change = (segment: number) => {
      const index = segment * shape.roles + role;
      return Math.max(0, direction * (this.#segmentMinutes[index]! - segmentMinutes[index]!));
    };
    for (let segment = 0; segment < shape.segments; segment++) all += change(segment);
    const everybody = customers.reduce((sum, count) => sum + count, 0);
    for (let segment = 0; segment < shape.segments; segment++) {
      const part =
        all > 0
          ? change(segment) / all
          : everybody > 0
            ? customers[segment]! / everybody
            : segment === 0
              ? 1
              : 0;
      this.#add(segment, fieldAt.capacity, cents * part);
    }
  }

  #at = (segment: number) =>
    segmentYearAt(this.#simulated.shape, this.#world, segment, yearOf(this.#quarter));

  /** @param perYear a fourth of it falls into the quarter. */
  #add(segment: number, field: number, perYear: number): void {
    this.#outcome[this.#at(segment) + field]! += perYear / 4;
  }

  #booked(segment: number): number {
    const at = this.#at(segment);
    let sum = 0;
    for (let field = 0; field < moneyFields; field++) sum += this.#outcome[at + field]!;
    return sum;
  }

  /** Result of the earlier quarters of the same year. */
  #before(): number {
    let sum = 0;
    for (let quarter = 4 * yearOf(this.#quarter); quarter < this.#quarter; quarter++)
      sum += this.#outcome[quarterAt(this.#simulated.shape, this.#world, quarter)]!;
    return sum;
  }
}
