import type { MeasureSettings } from "../settings-contract.ts";

/** The parameters of the potential. */
export interface PotentialSettings {
  readonly quantile: number;
  readonly lowQuantile: number;
  readonly highQuantile: number;
  /** Quantile of the base's exposure at which potentials are stated. */
  readonly exposureQuantile: number;
  /** By how much the interval widens while no contact is known. */
  readonly unknownExposureRatio: number;
  readonly leastPeers: number;
}

/** Reads them; their schemas were checked when they were entered. */
export function potentialSettings({ values }: Pick<MeasureSettings, "values">): PotentialSettings {
  return {
    quantile: values["potential.quantile"] as number,
    lowQuantile: values["potential.lowQuantile"] as number,
    highQuantile: values["potential.highQuantile"] as number,
    exposureQuantile: values["potential.exposureQuantile"] as number,
    unknownExposureRatio: values["potential.unknownExposureRatio"] as number,
    leastPeers: values["needs.leastPeers"] as number,
  };
}
