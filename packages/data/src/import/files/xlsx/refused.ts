import type { Refusal } from "@kleinod/engine/import/refusal.ts";

/**
 * Carries a refusal out of nested streams and XML events, inside this folder only: `prepareXlsx` turns it back into a
 * returned value.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
