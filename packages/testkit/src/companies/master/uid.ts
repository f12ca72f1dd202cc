const weights = [5, 4, 3, 2, 7, 6, 5, 4];
/** Real numbers start below 500.000.000 today; ours start here, so that none belongs to a firm. */
const firstInvented = 90_000_000;
const invented = 10_000_000;
/** Shares no factor with the number of pairs, so it visits each of them once. */
const scatter = 1_234_577;

/** Check digit of a Swiss UID for its first eight digits: weights 5 4 3 2 7 6 5 4, modulo 11. Null where 10 comes out: not issued. */
export function uidCheckDigit(eightDigits: string): number | null {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(eightDigits[i]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : digit;
}

/** The n-th invented UID, `CHE-9xx.xxx.xxx`; different for different n below five million. */
export function inventedUid(n: number): string {
  // A pair of neighbours for each n: they differ by 1 in the last digit, which moves the sum by 4, so one of them is issuable.
  const pair = firstInvented + 2 * ((n * scatter) % (invented / 2));
  for (const candidate of [pair, pair + 1]) {
    const digits = String(candidate);
    const check = uidCheckDigit(digits);
    if (check !== null) return `CHE-${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}${check}`;
  }
  throw new Error(`no UID for ${n}: neither ${pair} nor its neighbour has a check digit`);
}
