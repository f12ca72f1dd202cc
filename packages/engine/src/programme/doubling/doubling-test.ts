import { z } from "zod";
import type { CostDriver } from "../contracts/drivers.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { type ClosedOutcome, doublingOutcome } from "./outcome.ts";

const amount = z.number().min(0);

const planParametersSchema = z.object({
  orderEntryChf: amount,
  visitsPerYear: amount,
  dialoguesPerYear: amount,
  expertHoursPerYear: amount,
  acquisitionChf: amount,
  platformStepChfPerYear: amount,
  feeChfPerNewCustomerYear: amount,
  consolidationChfPerNewCustomerYear: amount,
  /** Default: that of `newCustomer`. */
  lifetimeYears: z.number().positive().optional(),
  /** Share of fees that our own people waive; what is waived is not put together either. */
  waivedRatio: z.number().min(0).max(1).optional(),
});

/** Parameters of the closed form in whole money, as a reference world writes them; what it says beside is ignored. */
export const doublingParametersSchema = z.object({
  unitCosts: z.object({
    logisticsChfPerOrder: amount,
    visitChf: amount,
    contactChf: amount,
    expertHourChf: amount,
    dialogueChf: amount,
  }),
  newCustomer: z.object({
    /** Sales and orders of a new customer against the average. */
    revenueFactor: z.number().positive(),
    grossMarginRatio: z.number(),
    contactsPerYear: amount,
    otherChfPerYear: amount,
    lifetimeYears: z.number().positive(),
  }),
  plans: z.record(z.string(), planParametersSchema),
  base: z.object({
    customers: z.number().int().min(1),
    meanRevenueChf: amount,
    meanOrders: amount,
  }),
});
export type DoublingParameters = z.infer<typeof doublingParametersSchema>;

/** The plan against which the others are compared. */
const todayName = "today";

/**
 * The doubling test in closed form (domain.md §2.5), per plan of the parameters, in cents. The plan `today`, where there is
 * one, is what the flip drivers of the others are compared with.
 * @throws ZodError when a parameter is missing or out of its range; it names the place
 */
export function doublingTest(parameters: DoublingParameters): Record<string, ClosedOutcome> {
  const checked = doublingParametersSchema.parse(parameters);
  const worlds = Object.entries(checked.plans).map(([name, plan]) => [name, caseOf(checked, plan)] as const);
  const today = worlds.find(([name]) => name === todayName)?.[1];
  return Object.fromEntries(
    worlds.map(([name, world]) => [name, doublingOutcome(world, name === todayName ? undefined : today)]),
  );
}

const centsOf = (money: number) => 100 * money;

/** A plan of the parameters as a world; no capacity, so no step costs and no waiting. */
export function caseOf(
  { unitCosts, newCustomer, base }: DoublingParameters,
  plan: DoublingParameters["plans"][string],
): DoublingCase {
  const orders = base.meanOrders * newCustomer.revenueFactor;
  const charged = 1 - (plan.waivedRatio ?? 0);
  const consolidated = charged * plan.consolidationChfPerNewCustomerYear;
  const perOrder = plan.orderEntryChf + unitCosts.logisticsChfPerOrder;
  // An order less saves its entry and its logistics.
  const entryShare = perOrder === 0 ? 0.5 : plan.orderEntryChf / perOrder;
  const money: Record<CostDriver, number> = {
    orderEntry: orders * plan.orderEntryChf - consolidated * entryShare,
    logistics: orders * unitCosts.logisticsChfPerOrder - consolidated * (1 - entryShare),
    fieldVisits: plan.visitsPerYear * unitCosts.visitChf,
    contacts:
      plan.dialoguesPerYear * unitCosts.dialogueChf + newCustomer.contactsPerYear * unitCosts.contactChf,
    experts: plan.expertHoursPerYear * unitCosts.expertHourChf,
    other: newCustomer.otherChfPerYear,
  };
  const driverCents = Object.fromEntries(
    Object.entries(money).map(([driver, value]) => [driver, centsOf(value)]),
  ) as Record<CostDriver, number>;
  return {
    customers: base.customers,
    averageSalesCents: centsOf(base.meanRevenueChf),
    salesRatio: newCustomer.revenueFactor,
    marginRatio: newCustomer.grossMarginRatio,
    feesCents: centsOf(charged * plan.feeChfPerNewCustomerYear),
    programmeCents: 0,
    driverCents,
    acquisitionCents: centsOf(plan.acquisitionChf),
    lifetimeYears: plan.lifetimeYears ?? newCustomer.lifetimeYears,
    platformCents: centsOf(plan.platformStepChfPerYear),
    lostWithCustomerCents: 0,
    roles: [],
    targetUtilisationRatio: 1,
    congestion: null,
  };
}
