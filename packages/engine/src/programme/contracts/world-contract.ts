import { z } from "zod";
import { levers } from "./option-contract.ts";

/** What the programme assumes of the company rather than of an option; parameter `programme.world`. */
const draws = z
  .object({ low: z.number().min(0), mid: z.number().min(0), high: z.number().min(0) })
  .superRefine(({ low, mid, high }, context) => {
    if (low <= mid && mid <= high) return;
    const params = {
      de: `low ${low}, mid ${mid}, high ${high}; erwartet ist low ≤ mid ≤ high`,
      en: `low ${low}, mid ${mid}, high ${high}; expected is low ≤ mid ≤ high`,
    };
    context.addIssue({ code: "custom", message: params.en, params });
  });

export const worldSchema = z.object({
  /** Cost of winning one customer today, cents. */
  acquisitionCents: draws,
  /** Sales of a new customer against today's average (dilution). */
  newCustomerSalesRatio: draws,
  /** Years that a new customer stays. */
  newCustomerLifetimeYears: draws,
  /** Added churn (points per year) when everybody has to wait: scaled by the chance of waiting above today's. */
  congestionChurnRatio: draws,
  /** Utilisation above which another position is hired. */
  targetUtilisationRatio: z.number().min(0.3).max(1),
  /** An hour of the owner's own time, cents (K19). */
  ownerHourCents: z.number().int().min(0),
  /** Productive minutes of a position per year, and shares of talk length for waiting. */
  blockMinutes: z.number().int().min(1_000),
  /** Months from the start of an option until everybody who takes it up has done so, linear, by lever. */
  rampMonths: z.partialRecord(z.enum(levers), draws).optional(),
  /** Yearly discount for sums over years. */
  discountRatio: z.number().min(0).max(0.5),
  /** Contribution a year from customers that outgrow the size line: its own line, zero by default (AT4.3). */
  growthOptionCentsPerYear: z.number().int().min(0),
});
export type ProgrammeWorld = z.infer<typeof worldSchema>;

/** Shipped assumptions, grade C/D: domain.md §2.5 and methods.md §6. */
export const defaultWorld: ProgrammeWorld = {
  acquisitionCents: { low: 22_000, mid: 32_000, high: 45_000 },
  newCustomerSalesRatio: { low: 0.5, mid: 0.65, high: 0.8 },
  newCustomerLifetimeYears: { low: 3, mid: 4, high: 5.5 },
  congestionChurnRatio: { low: 0.01, mid: 0.03, high: 0.06 },
  targetUtilisationRatio: 0.9,
  ownerHourCents: 8_000,
  blockMinutes: 81_000,
  rampMonths: {
    L1: { low: 0, mid: 0, high: 0 },
    L2: { low: 6, mid: 9, high: 15 },
    L3: { low: 1, mid: 3, high: 6 },
    L4: { low: 4, mid: 6, high: 12 },
    L5: { low: 9, mid: 15, high: 24 },
    L6: { low: 6, mid: 9, high: 15 },
    L7: { low: 4, mid: 6, high: 9 },
    L8: { low: 9, mid: 12, high: 24 },
  },
  discountRatio: 0.06,
  growthOptionCentsPerYear: 0,
};
