/**
 * Shapley values: what each player adds on average over all orders of joining. For R² these are the shares of
 * Lindeman, Merenda and Gold.
 * @param worth of every set of players; the set {0, 2} is index 0b101, the empty set index 0
 */
export function shapleyValues(worth: ArrayLike<number>, players: number): number[] {
  // Weight of a set of s others: s! (players − s − 1)! ÷ players!
  const weights = Array.from(
    { length: players },
    (_, others) => 1 / (players * binomial(players - 1, others)),
  );
  const values = new Array<number>(players).fill(0);
  for (let set = 0; set < 1 << players; set++) {
    const weight = weights[countOf(set)];
    for (let player = 0; player < players; player++) {
      if (set & (1 << player)) continue;
      values[player]! += weight! * (worth[set | (1 << player)]! - worth[set]!);
    }
  }
  return values;
}

function countOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
