/** The same in plain loops, for comparison. */
import type { ServicePromise } from "../promises/promise-contract.ts";
import type { ResponsibilityRule, ResponsibleType } from "./rule-contract.ts";

export interface ReferenceCustomer {
  readonly sizeClass: string;
  readonly owner: string | null;
  /** Covers the customer as of the day. */
  readonly partner: { readonly name: string; readonly isOwnUnit: boolean } | null;
  readonly exception: {
    readonly type: ResponsibleType;
    readonly name: string;
    readonly category: string | null;
  } | null;
  /** Whether the conditions of a rule or promise hold, by its code. */
  readonly holds: (code: string) => boolean;
}

export interface Resolved {
  readonly type: ResponsibleType | null;
  readonly name: string | null;
  readonly rule: string | null;
  readonly category: string;
}

/** Exception, else the first rule that holds and finds a name; then the category. */
export function referenceResponsibility(
  customer: ReferenceCustomer,
  rules: readonly ResponsibilityRule[],
  promises: readonly ServicePromise[],
): Resolved {
  const who = whoOf(customer, rules);
  const wanted = promises.find(({ code }) => code === who.wanted);
  const found =
    wanted ??
    promises.find(
      ({ code, match }) =>
        (match.sizeClasses === undefined || match.sizeClasses.some((size) => size === customer.sizeClass)) &&
        (match.responsibleTypes === undefined ||
          (who.type !== null && match.responsibleTypes.includes(who.type))) &&
        (match.filters === undefined || customer.holds(code)),
    );
  const category = (found ?? promises.at(-1)!).code;
  return { type: who.type, name: who.name, rule: who.rule, category };
}

interface Who {
  readonly type: ResponsibleType | null;
  readonly name: string | null;
  readonly rule: string | null;
  readonly wanted: string | null;
}

function whoOf(customer: ReferenceCustomer, rules: readonly ResponsibilityRule[]): Who {
  const { exception, owner, partner } = customer;
  if (exception !== null) {
    return { type: exception.type, name: exception.name, rule: null, wanted: exception.category };
  }
  for (const { code, assign } of rules) {
    if (!customer.holds(code)) continue;
    const wanted = assign.category;
    if (!("from" in assign)) return { type: assign.type, name: assign.name, rule: code, wanted };
    if (assign.from === "masterDataOwner" && owner !== null && owner.trim() !== "") {
      return { type: "person", name: owner.trim(), rule: code, wanted };
    }
    if (assign.from === "coveringPartner" && partner !== null) {
      return { type: partner.isOwnUnit ? "ownUnit" : "partner", name: partner.name, rule: code, wanted };
    }
  }
  return { type: null, name: null, rule: null, wanted: null };
}
