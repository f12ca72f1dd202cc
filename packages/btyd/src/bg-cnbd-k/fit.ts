import type { FitOptions, ModelFit } from "../fits/contract.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import { prepareHistories } from "../histories/prepare-histories.ts";
import type { BgNbdParams, MbgNbdParams } from "./contract.ts";
import { fitVariant } from "./fit-variant.ts";

/**
 * Fits BG/NBD by maximum likelihood. Deterministic; the order of rows is irrelevant; histories may be given compressed or not.
 * Rescaling time rescales alpha and nothing else. Thin data give a fit with warnings, see `ModelFit`.
 *
 * `minInformative` counts customers with a repeat purchase; default 20.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitBgNbd(
  histories: WeightedHistoryColumns,
  options: FitOptions = {},
): ModelFit<"bgNbd", BgNbdParams> {
  return fitVariant("bgNbd", { k: 1, leavesAtFirst: false }, prepareHistories(histories), options);
}

/**
 * Fits MBG/NBD by maximum likelihood; in everything else as `fitBgNbd`.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitMbgNbd(
  histories: WeightedHistoryColumns,
  options: FitOptions = {},
): ModelFit<"mbgNbd", MbgNbdParams> {
  return fitVariant("mbgNbd", { k: 1, leavesAtFirst: true }, prepareHistories(histories), options);
}
