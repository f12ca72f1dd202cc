/**
 * How long the work really takes in the generated companies, in minutes: the world's own figures, which a customer of the
 * product would not know. They lean on the same reference world as the time equations that Kleinod ships
 * (`cost-to-serve/default-activities-contract.ts`) and agree with them event by event, so that what a measure finds differs
 * from the truth by what nobody logged and by channels that cannot be told, and by nothing else.
 */
export const orderMinutes = {
  phone: { fixed: 12, perLine: 3, opening: 15, expedited: 10 },
  mail: { fixed: 9, perLine: 3, opening: 15, expedited: 10 },
  web: { fixed: 3.5, perLine: 0.5, opening: 5, expedited: 0 },
  field: { fixed: 10.5, perLine: 3, opening: 15, expedited: 10 },
  edi: { fixed: 2, perLine: 0, opening: 0, expedited: 0 },
} as const;

export const deliveryMinutes = { fixed: 15, perLine: 3, expedited: 8 } as const;
export const returnMinutes = { fixed: 10, perLine: 3 } as const;
export const invoiceMinutes = 2;
export const reminderMinutes = { fixed: 4, perLevel: 4 } as const;
/** Master data, terms, management: a year of a customer who did anything. */
export const customerYearMinutes = 25;
/** Means of the talks; a visit is counted from door to door. */
export const talkMinutes = { visit: 168, call: 11.6, mail: 8, meeting: 90 } as const;
