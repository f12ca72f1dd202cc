import type { Refused } from "@kleinod/data/workspace/refused.ts";

/** What a function that runs beside the app declined; the edge of the program says it in the reader's language. */
export class Declined extends Error {
  constructor(readonly refused: Refused) {
    super(refused.message.en);
    this.name = "Declined";
  }
}
