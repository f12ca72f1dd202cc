import type { CustomerHistory } from "./contract.ts";

/** The history of a customer whose first purchase has just been made. */
export const NEW_CUSTOMER: CustomerHistory = { frequency: 0, recency: 0, age: 0 };
