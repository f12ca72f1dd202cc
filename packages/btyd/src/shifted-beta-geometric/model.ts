import type { ContractModel } from "../contracts/contract.ts";
import { contractModel } from "../contracts/contract-model.ts";
import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import type { ShiftedBetaGeometricParams } from "./contract.ts";

/** @throws RangeError when a parameter is not a finite number > 0. */
export function shiftedBetaGeometric(
  params: ShiftedBetaGeometricParams,
): ContractModel<"shiftedBetaGeometric", ShiftedBetaGeometricParams> {
  checkPositiveParams("shifted-beta-geometric", params, ["alpha", "beta"]);
  const { alpha, beta } = params;
  return contractModel({
    model: "shiftedBetaGeometric",
    params: { alpha, beta },
    // Having renewed t times turns Beta(alpha, beta) into Beta(alpha, beta + t).
    logSurvival: (renewals, further) => logBetaRatio(alpha, beta + renewals, further),
  });
}
