import { type ForecastModel, forecastModels } from "./report-contract.ts";

/** What the choice looks at. */
export interface ChoiceInput {
  readonly code: ForecastModel;
  readonly rmse: number;
  /** |predicted − actual| of the total purchases. */
  readonly totalError: number;
}

export interface Choice {
  /** All given models, the one to take first. */
  readonly ranking: readonly ForecastModel[];
  readonly reason: "bestForecast" | "nearestTotal";
}

/** An error above the lowest by this part counts as equal: two samples of one base differ by more. */
const equalWithin = 0.01;
/** Digits to which totals are told apart, so that two spellings of one model do not decide by rounding. */
const totalDigits = 4;

/**
 * The lowest root mean squared error per customer wins. Models within 1 % of it are equal; among those the one whose total was
 * nearest, then the order of `forecastModels`, older and simpler ones first. All others follow by their error.
 * Null when no model is given.
 */
export function chooseModel(models: readonly ChoiceInput[]): Choice | null {
  const lowest = Math.min(...models.map(({ rmse }) => rmse));
  const order = (code: ForecastModel) => forecastModels.indexOf(code);
  const isEqual = ({ rmse }: ChoiceInput) => rmse <= lowest * (1 + equalWithin);
  const total = ({ totalError }: ChoiceInput) => Number(totalError.toPrecision(totalDigits));
  const equals = models.filter(isEqual).sort((a, b) => total(a) - total(b) || order(a.code) - order(b.code));
  const others = models.filter((model) => !isEqual(model)).sort((a, b) => a.rmse - b.rmse);
  const [first] = equals;
  if (first === undefined) return null;
  const isLowest = models.every(({ rmse }) => first.rmse <= rmse || sameRmse(first.rmse, rmse));
  return {
    ranking: [...equals, ...others].map(({ code }) => code),
    reason: isLowest ? "bestForecast" : "nearestTotal",
  };
}

const sameRmse = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);
