import type { ContractModel } from "../contracts/contract.ts";
import { contractModel } from "../contracts/contract-model.ts";
import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import type { BetaDiscreteWeibullParams } from "./contract.ts";
import { betaDiscreteWeibullLogSurvival } from "./log-survival.ts";

/** @throws RangeError when a parameter is not a finite number > 0. */
export function betaDiscreteWeibull(
  params: BetaDiscreteWeibullParams,
): ContractModel<"betaDiscreteWeibull", BetaDiscreteWeibullParams> {
  checkPositiveParams("beta-discrete-Weibull", params, ["alpha", "beta", "c"]);
  const { alpha, beta, c } = params;
  return contractModel({
    model: "betaDiscreteWeibull",
    params: { alpha, beta, c },
    logSurvival: (renewals, further) => betaDiscreteWeibullLogSurvival({ alpha, beta, c }, renewals, further),
  });
}
