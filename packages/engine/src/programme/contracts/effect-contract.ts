import type { CostDriver, PlanningChannel } from "./drivers.ts";

/** A decided number, or the key of an assumption that is drawn for each simulated world. */
export type EffectNumber = number | { readonly assumption: string };

/**
 * Roles of an effect: these stand for `generalistRole`, `fieldRole` and `expertRole` of the base, whatever a company calls
 * them; any other text is the code of a role.
 */
export const effectRoles = ["generalist", "field", "expert"] as const;

/**
 * What a lever option does to the customers of its segment once it is fully taken up. The simulation, the doubling test and
 * the optimiser know these kinds and nothing of options, so a new option needs no change there. Ratios are shares 0…1 or
 * relative changes (−0.5 = half less). Cents and minutes are per the thing named.
 */
export type LeverEffect =
  /** A share of the orders of these channels takes a lighter path with so many minutes of ours per order. */
  | {
      readonly kind: "moveOrders";
      readonly from: readonly PlanningChannel[];
      readonly to: PlanningChannel;
      readonly ratio: EffectNumber;
      readonly minutesPerOrder: EffectNumber;
      /** Work of the customer per order before and after, for its effort (K13) and the ledger (K19). */
      readonly customerMinutesBefore: EffectNumber;
      readonly customerMinutesAfter: EffectNumber;
    }
  /** Events, minutes and cost of a driver change by a ratio. */
  | {
      readonly kind: "scaleDriver";
      readonly driver: CostDriver;
      readonly ratio: EffectNumber;
      /** Minutes of its own that the customer wins (−) or spends (+) per event that falls away. */
      readonly customerMinutesPerEvent?: EffectNumber;
    }
  /** A share of the visits is no longer made; each is replaced by so many prepared talks of so many minutes. */
  | {
      readonly kind: "replaceVisits";
      readonly ratio: EffectNumber;
      readonly dialoguesPerVisit: EffectNumber;
      readonly minutesPerDialogue: EffectNumber;
    }
  /** So many prepared talks per customer and year are added. */
  | {
      readonly kind: "addDialogues";
      readonly perYear: EffectNumber;
      readonly minutesPerDialogue: EffectNumber;
    }
  /** Orders below the threshold outside the exempt channels pay a fee, are put together, move away, or the customer leaves. */
  | {
      readonly kind: "orderFee";
      readonly thresholdCents: number;
      readonly feeCents: number;
      readonly exemptChannels: readonly PlanningChannel[];
      /** Shares of the orders concerned that pay, are put together two by two, or move to an exempt channel; rest: pays. */
      readonly consolidateRatio: EffectNumber;
      readonly moveRatio: EffectNumber;
      /** Share of fees that our own people waive. */
      readonly waiveRatio: EffectNumber;
      /** Share of the customers concerned (most of whose orders lie below) who leave because of it, once. */
      readonly leaveRatio: EffectNumber;
    }
  /** Orders below are impossible: put together, or the sale is lost; customers concerned leave. */
  | {
      readonly kind: "minimumOrder";
      readonly minimumCents: number;
      readonly exemptChannels: readonly PlanningChannel[];
      readonly consolidateRatio: EffectNumber;
      readonly leaveRatio: EffectNumber;
    }
  /** A fee (+) or bonus (−) per order of these channels; a share of the orders moves to the others. */
  | {
      readonly kind: "channelPrice";
      readonly channels: readonly PlanningChannel[];
      readonly centsPerOrder: EffectNumber;
      readonly moveRatio: EffectNumber;
      readonly moveTo: PlanningChannel;
    }
  /** Income (+) or grant (−) per customer and year, e.g. paper invoices or freight passes. */
  | { readonly kind: "incomePerCustomer"; readonly centsPerYear: EffectNumber }
  /** Sales per customer change by a ratio at the customer's own margin. */
  | { readonly kind: "changeSales"; readonly ratio: EffectNumber }
  /** Margin changes by a share of sales (0.01 = one point). */
  | { readonly kind: "changeMargin"; readonly ratioOfSales: EffectNumber }
  /** The yearly chance of losing a customer changes by a ratio. */
  | { readonly kind: "changeChurn"; readonly ratio: EffectNumber }
  /** Our own work per customer and year by a role. */
  | {
      readonly kind: "addWork";
      readonly role: string;
      readonly driver: CostDriver;
      readonly minutesPerCustomerYear: EffectNumber;
    }
  | { readonly kind: "costPerCustomer"; readonly centsPerYear: EffectNumber }
  /** Cost of the programme itself, whatever the number of customers of the segment. */
  | { readonly kind: "fixedCost"; readonly centsPerYear: EffectNumber; readonly oneOffCents: EffectNumber }
  /** Full-time positions added (+) to a role's capacity. */
  | { readonly kind: "addCapacity"; readonly role: string; readonly positions: EffectNumber }
  /** Winning customers until the number has grown by a ratio; linear over the months. */
  | {
      readonly kind: "acquire";
      readonly growthRatio: EffectNumber;
      readonly overMonths: number;
      readonly centsPerCustomer: EffectNumber;
      /** Sales of a new customer against today's average. */
      readonly salesRatio: EffectNumber;
    }
  /** Winning a customer, in whatever way it comes, costs so much less (−0.5 = half). */
  | { readonly kind: "changeAcquisitionCost"; readonly ratio: EffectNumber }
  /** A share of the dormant customers buys again within a year, each at a cost. */
  | {
      readonly kind: "reactivate";
      readonly ratioPerYear: EffectNumber;
      readonly centsPerCustomer: EffectNumber;
    }
  /** A share of the customers is handed over or left, once; a commission on their sales may stay. */
  | { readonly kind: "handOver"; readonly ratio: EffectNumber; readonly keptMarginRatio: EffectNumber }
  /** Time that the customer wins (−) or spends (+) per year beside what the kinds above say. */
  | { readonly kind: "customerWork"; readonly minutesPerYear: EffectNumber }
  /** Benefit (+) or loss (−) in money as the customer sees it, without being our income or cost. */
  | { readonly kind: "customerValue"; readonly centsPerYear: EffectNumber }
  /** Unsolicited contacts per customer and year that it needs (contact pressure). */
  | { readonly kind: "contactPressure"; readonly perYear: EffectNumber };

export type LeverEffectKind = LeverEffect["kind"];
