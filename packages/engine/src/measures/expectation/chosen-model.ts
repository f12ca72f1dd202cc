import {
  type BgNbdParams,
  bgNbd,
  type CnbdKParams,
  type MbgNbdParams,
  mbgCnbdK,
  mbgNbd,
  type ParetoNbdParams,
  paretoNbd,
  type RepeatPurchaseModel,
} from "@kleinod/btyd/index.ts";

/** A purchase model with its parameters, times in days, as it stands in the details of the step `expectation`. */
export type ChosenModel =
  | { readonly model: "bgNbd"; readonly params: BgNbdParams }
  | { readonly model: "mbgNbd"; readonly params: MbgNbdParams }
  | { readonly model: "paretoNbd"; readonly params: ParetoNbdParams }
  | { readonly model: "mbgCnbdK"; readonly params: CnbdKParams };

/** A purchase model whose kind does not matter: what is asked of it is the same for all. */
export type PurchaseModel = RepeatPurchaseModel<string, unknown>;

/** @throws RangeError when a parameter is out of range. */
export function purchaseModel(chosen: ChosenModel): PurchaseModel {
  switch (chosen.model) {
    case "bgNbd":
      return bgNbd(chosen.params);
    case "mbgNbd":
      return mbgNbd(chosen.params);
    case "paretoNbd":
      return paretoNbd(chosen.params);
    case "mbgCnbdK":
      return mbgCnbdK(chosen.params);
  }
}
