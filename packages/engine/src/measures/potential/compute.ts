import { intervalZ } from "../need/contract.ts";
import {
  buildDesign,
  type Cells,
  type Design,
  designRows,
  type ExposureTable,
  exposureQuantile,
  type FirmTable,
} from "./design.ts";
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
  readonly usualContacts: readonly number[] | null;
  /** Spend at ten contacts more in the window ÷ spend at the usual contact − 1; an association. */
  readonly contactsAssociation: number | null;
  /** Share of the fitted customers who spend less than predicted at their own exposure. */
  readonly belowRatio: number;
}

/**
 * Fits log sales at three quantiles given branch, staff, region and past contact by us, and predicts every firm at the
 * usual exposure of the base: who was never contacted is not taken for a firm without demand (finding 13).
 *
 * The interval runs from the low to the high quantile and holds the estimation error of the potential. That spend goes
 * along with contact does not prove that contact makes spend: the interval therefore also covers the low and the high
 * quantile without the correction.
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
  const usual = isExposureKnown ? exposureQuantile(rows.exposure, settings.exposureQuantile) : null;
  const design = buildDesign(rows.firms);
  const x = designRows(design, rows.firms, rows.exposure, usual);
  const plain = usual === null ? x : designRows(design, rows.firms, rows.exposure, null);
  const quantiles = {
    low: Math.min(settings.lowQuantile, settings.quantile),
    high: Math.max(settings.highQuantile, settings.quantile),
  };
  const coefficientsAt = (tau: number, matrix = x) => quantileRegression(matrix, y, tau).coefficients;
  const middle = coefficientsAt(settings.quantile);
  const low = [
    coefficientsAt(quantiles.low),
    ...(usual === null ? [] : [coefficientsAt(quantiles.low, plain)]),
  ];
  const high = [
    coefficientsAt(quantiles.high),
    ...(usual === null ? [] : [coefficientsAt(quantiles.high, plain)]),
  ];
  const errorOf = predictionErrors(x, y, settings.quantile, middle);
  const allowance = usual === null ? Math.log1p(settings.unknownExposureRatio) : 0;
  return {
    usualContacts: usual?.slice(0, 3).map(Math.expm1) ?? null,
    contactsAssociation: usual === null ? null : tenMoreContacts(middle[1]!, usual[0]!),
    belowRatio: y.reduce((sum, value, i) => sum + (value < rowDot(x, i, middle) ? 1 : 0), 0) / y.length,
    predict: (firms) =>
      predict(design, firms, { low, middle, high }, (cells) => intervalZ * errorOf(cells) + allowance),
  };
}

interface Coefficients {
  readonly low: readonly Float64Array[];
  readonly middle: Float64Array;
  readonly high: readonly Float64Array[];
}

/** At the usual exposure the columns of exposure are zero: they are centred there. */
function predict(
  design: Design,
  { branch, region, staff }: FirmTable,
  { low, middle, high }: Coefficients,
  widthOf: (cells: Cells) => number,
): PotentialTable {
  const table = {
    potentialCents: new Float64Array(branch.length),
    lowCents: new Float64Array(branch.length),
    highCents: new Float64Array(branch.length),
  };
  for (let i = 0; i < branch.length; i++) {
    const cells = design.rowOf(branch[i]!, region[i]!, staff[i]!, []);
    const at = (coefficients: Float64Array) =>
      cells.reduce((sum, [column, value]) => sum + value * coefficients[column]!, 0);
    const [least, potential, most] = withoutCrossing([
      Math.min(...low.map(at)),
      at(middle),
      Math.max(...high.map(at)),
    ]);
    const width = widthOf(cells);
    table.potentialCents[i] = inCents(potential!);
    table.lowCents[i] = inCents(least! - width);
    table.highCents[i] = inCents(most! + width);
  }
  return table;
}

/** Fewest customers with sales from which anything is said. */
export const minCustomers = ({ leastPeers }: PotentialSettings) => 2 * leastPeers;

/** Beyond a hundred billion no firm reaches; the bound keeps cents exact. */
const inCents = (log: number) => Math.round(Math.min(Math.exp(log), 1e13));

const tenMoreContacts = (coefficient: number, usualLog: number) =>
  Math.exp(coefficient * (Math.log1p(Math.expm1(usualLog) + 10) - usualLog)) - 1;
