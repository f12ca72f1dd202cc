import { intervalZ } from "../need/contract.ts";
import { buildDesign, designRows, type ExposureTable, type FirmTable, medianExposure } from "./design.ts";
import type { PotentialSettings } from "./potential-settings.ts";
import { rowDot } from "./quantile/sparse-rows.ts";
import { predictionErrors } from "./quantile/sparsity.ts";
import { quantileRegression, withoutCrossing } from "./quantile-regression.ts";

/** Customers with sales in the window, for the fit. */
export interface SpendRows {
  readonly firms: FirmTable;
  readonly exposure: ExposureTable;
  /** Sales of the window, > 0. */
  readonly salesCents: Float64Array;
}

/** Potentials by column, one a firm asked for. */
export interface PotentialTable {
  readonly potentialCents: Float64Array;
  readonly lowCents: Float64Array;
  readonly highCents: Float64Array;
}

export interface PotentialModel {
  readonly predict: (firms: FirmTable) => PotentialTable;
  /** Null while no contact is known. Contacts, not logarithms: window, the 12 months before, visits in both. */
  readonly medianContacts: readonly number[] | null;
  /** Spend at ten contacts more in the window ÷ spend at the median − 1; an association. */
  readonly contactsAssociation: number | null;
  /** Share of the fitted customers who spend less than predicted at their own exposure. */
  readonly belowRatio: number;
}

/**
 * Fits log sales at three quantiles given branch, staff, region and past contact by us, and predicts every firm at the
 * median exposure of the base: who was never contacted is not taken for a firm without demand (finding 13). The
 * interval runs from the low to the high quantile and holds the estimation error of the potential besides.
 * @param isExposureKnown false: contacts are not in the data; the potential stays uncorrected and its interval widens
 * @returns null when there are fewer than `minCustomers` rows
 */
export function fitPotential(
  rows: SpendRows,
  settings: PotentialSettings,
  isExposureKnown: boolean,
): PotentialModel | null {
  const y = rows.salesCents.map(Math.log);
  if (y.length < minCustomers(settings)) return null;
  const median = isExposureKnown ? medianExposure(rows.exposure) : null;
  const design = buildDesign(rows.firms);
  const x = designRows(design, rows.firms, rows.exposure, median);
  const coefficientsAt = (tau: number) => quantileRegression(x, y, tau).coefficients;
  const { quantile, lowQuantile, highQuantile, unknownExposureRatio } = settings;
  const middle = coefficientsAt(quantile);
  const low = coefficientsAt(Math.min(lowQuantile, quantile));
  const high = coefficientsAt(Math.max(highQuantile, quantile));
  const errorOf = predictionErrors(x, y, quantile, middle);
  const allowance = isExposureKnown ? 0 : Math.log1p(unknownExposureRatio);
  const atMedian = median === null ? [] : median.map(() => 0);
  return {
    medianContacts: median?.slice(0, 3).map(Math.expm1) ?? null,
    contactsAssociation: median === null ? null : tenMoreContacts(middle[1]!, median[0]!),
    belowRatio: y.reduce((sum, value, i) => sum + (value < rowDot(x, i, middle) ? 1 : 0), 0) / y.length,
    predict: ({ branch, region, staff }) => {
      const table = {
        potentialCents: new Float64Array(branch.length),
        lowCents: new Float64Array(branch.length),
        highCents: new Float64Array(branch.length),
      };
      for (let i = 0; i < branch.length; i++) {
        const cells = design.rowOf(branch[i]!, region[i]!, staff[i]!, atMedian);
        const at = (coefficients: Float64Array) =>
          cells.reduce((sum, [column, value]) => sum + value * coefficients[column]!, 0);
        const [least, potential, most] = withoutCrossing([at(low), at(middle), at(high)]);
        const error = intervalZ * errorOf(cells) + allowance;
        table.potentialCents[i] = inCents(potential!);
        table.lowCents[i] = inCents(least! - error);
        table.highCents[i] = inCents(most! + error);
      }
      return table;
    },
  };
}

/** Fewest customers with sales from which anything is said. */
export const minCustomers = ({ leastPeers }: PotentialSettings) => 2 * leastPeers;

/** Beyond a hundred billion no firm reaches; the bound keeps cents exact. */
const inCents = (log: number) => Math.round(Math.min(Math.exp(log), 1e13));

const tenMoreContacts = (coefficient: number, medianLog: number) =>
  Math.exp(coefficient * (Math.log1p(Math.expm1(medianLog) + 10) - medianLog)) - 1;
