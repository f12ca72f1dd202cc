import type { Refusal } from "@kleinod/engine/import/refusal.ts";

/** What a function returns instead of its result when it declines; check `ok`. */
export type Refused = Refusal & {
  readonly ok: false;
  /** The parts of the refusal where there are several, each with its place. */
  readonly issues?: readonly (Refusal & { readonly place: string })[];
};

export function refused(code: string, de: string, en: string): Refused {
  return { ok: false, code, message: { de, en } };
}
