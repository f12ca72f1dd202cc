import type { EffectNumber, LeverEffect } from "../contracts/effect-contract.ts";
import type { ResolvedAssignment } from "../resolve-plan.ts";

type EffectOf<Kind extends LeverEffect["kind"]> = Extract<LeverEffect, { readonly kind: Kind }>;

/** What a price lever charges, and the moves that its bonus brings about. */
export interface PriceLever {
  readonly assignment: ResolvedAssignment;
  readonly price: EffectOf<"orderFee" | "minimumOrder" | "channelPrice">;
  readonly move: EffectOf<"moveOrders"> | null;
}

/** The assignments of a plan that put a price on orders; all others have nothing to replay. */
export function priceLevers(assignments: readonly ResolvedAssignment[]): PriceLever[] {
  return assignments.flatMap((assignment) => {
    const { effects } = assignment;
    const price = effects.find(
      (effect): effect is PriceLever["price"] =>
        effect.kind === "orderFee" || effect.kind === "minimumOrder" || effect.kind === "channelPrice",
    );
    if (price === undefined) return [];
    const move =
      price.kind === "channelPrice"
        ? (effects.find((effect): effect is EffectOf<"moveOrders"> => effect.kind === "moveOrders") ?? null)
        : null;
    return [{ assignment, price, move }];
  });
}

/** Keys of the assumptions behind a price lever, in the order in which they appear. */
export function responseKeys({ price, move }: PriceLever): string[] {
  const numbers: unknown[] = [...Object.values(price), ...Object.values(move ?? {})];
  return [
    ...new Set(
      numbers.flatMap((value) =>
        typeof value === "object" && value !== null && "assumption" in value
          ? [String(value.assumption)]
          : [],
      ),
    ),
  ];
}

/** A decided number, or what is expected of it. @throws RangeError for an expectation that nobody gave. */
export function numberFor(number: EffectNumber, expected: ReadonlyMap<string, number>): number {
  if (typeof number === "number") return number;
  const value = expected.get(number.assumption);
  if (value === undefined)
    throw new RangeError(`assumption is "${number.assumption}"; expected one of the plan's.`);
  return value;
}
