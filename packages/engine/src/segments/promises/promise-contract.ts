/** What a category of customers can rely on. Every customer belongs to the first category that matches; the last matches all. */
import { z } from "zod";
import { sizeClasses } from "../../measures/contracts/customer-states.ts";
import { supportForms } from "../../measures/need/recommendation-contract.ts";
import { customerFilterSchema } from "../../measures/reports.ts";
import { responsibleTypes, textSchema } from "../responsibility/rule-contract.ts";

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, "letters and digits, a letter first");

export const promiseSchema = z.strictObject({
  code,
  label: textSchema,
  /** All that is given must hold; nothing given: every customer. */
  match: z
    .strictObject({
      sizeClasses: z.array(z.enum(sizeClasses)).min(1).optional(),
      responsibleTypes: z.array(z.enum(responsibleTypes)).min(1).optional(),
      filters: z.array(customerFilterSchema).max(20).optional(),
    })
    .default({}),
  /** How and when somebody can be reached. */
  reachability: textSchema,
  /** Business time until the first answer. */
  answerMinutes: z.number().int().min(1).max(100_000),
  scope: textSchema,
  price: textSchema,
  form: z.enum(supportForms),
  communication: z.strictObject({
    /** ISO codes, the customer's own language first. */
    languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
    channel: z.enum(["phone", "mail", "web", "visit", "letter"]),
    /** Contacts that we plan from ourselves in a year. */
    contactsPerYear: z.number().min(0).max(365),
    /** Who signs: a name, or `responsible` for the responsible person or pool. */
    sender: z.string().trim().min(1).max(200),
  }),
  /** Minutes of our people that are planned for one customer and year (K7); null: not planned. */
  attentionMinutesPerYear: z.number().min(0).max(100_000).nullable(),
  /** Specialist roles that belong to this promise: their time here is no leak. */
  specialistRoles: z.array(z.string()).default([]),
  isAssumption: z.boolean(),
});
export type ServicePromise = z.infer<typeof promiseSchema>;

/** Value of the parameter `promises`, first match wins. */
export const promisesSchema = z
  .array(promiseSchema)
  .min(1)
  .max(50)
  .superRefine((promises, context) => {
    const refuse = (path: (string | number)[], de: string, en: string) =>
      context.addIssue({ code: "custom", path, message: en, params: { de, en } });
    for (const [index, promise] of promises.entries()) {
      if (promises.findIndex((other) => other.code === promise.code) !== index) {
        refuse(
          [index, "code"],
          `Die Kategorie «${promise.code}» steht zweimal in der Liste.`,
          `The category "${promise.code}" is in the list twice.`,
        );
      }
    }
    const last = promises.at(-1);
    if (last === undefined) return;
    const { sizeClasses: sizes, responsibleTypes: types, filters = [] } = last.match;
    if (sizes === undefined && types === undefined && filters.length === 0) return;
    refuse(
      [promises.length - 1, "match"],
      `Die letzte Kategorie («${last.code}») muss für alle übrigen Kunden gelten: Lassen Sie ihre Bedingungen leer.`,
      `The last category ("${last.code}") has to hold for all other customers: leave its conditions empty.`,
    );
  });

/** Value of the parameter `business.hours`: when business time runs. Weekdays 1 (Monday) … 7. */
export const businessHoursSchema = z
  .strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    /** `hh:mm` local time. */
    opensAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    closesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    holidays: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(500),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ["closesAt"],
    message: "expected a time after opensAt",
  });
export type BusinessHours = z.infer<typeof businessHoursSchema>;
