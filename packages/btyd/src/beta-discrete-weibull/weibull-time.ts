/** Beyond this (e^460 = 1e200) a power counts as infinite, so that sums with it stay finite. */
export const MAX_LOG_POWER = 460;

/** Weibull time of a whole of `renewals` renewals, t^c; 0 at 0, at most e^460. */
export function weibullTime(renewals: number, c: number): number {
  return renewals === 0 ? 0 : Math.exp(Math.min(MAX_LOG_POWER, c * Math.log(renewals)));
}

/** (from + further)^c − from^c without the loss of digits of the difference; at most e^460. */
export function weibullTimeBetween(from: number, further: number, c: number): number {
  if (from === 0) return weibullTime(further, c);
  const logStart = c * Math.log(from);
  const growth = c * Math.log1p(further / from);
  if (logStart + growth > MAX_LOG_POWER) return Math.exp(MAX_LOG_POWER);
  return Math.exp(logStart) * Math.expm1(growth);
}
