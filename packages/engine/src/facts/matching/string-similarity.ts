/**
 * Jaro similarity, 0…1: characters in common within half the longer length, less half the transpositions
 * (Jaro 1989). Two empty texts are equal (1); one empty text gives 0. Compares UTF-16 units; DuckDB compares bytes,
 * so both agree on folded Latin text.
 */
export function jaroSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === "" || b === "") return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedInA: number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j += 1) {
      if (taken[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken[j] = 1;
        matchedInA.push(a.charCodeAt(i));
        break;
      }
    }
  }
  const common = matchedInA.length;
  if (common === 0) return 0;
  let outOfPlace = 0;
  let position = 0;
  for (let j = 0; j < b.length; j += 1) {
    if (taken[j] === 1) {
      if (b.charCodeAt(j) !== matchedInA[position]) outOfPlace += 1;
      position += 1;
    }
  }
  const transpositions = Math.floor(outOfPlace / 2);
  return (common / a.length + common / b.length + (common - transpositions) / common) / 3;
}

/**
 * Jaro-Winkler similarity, 0…1: Jaro plus 0.1 of the rest for each of up to four equal first characters
 * (Winkler 1990), applied above 0.7 as DuckDB and most libraries do.
 */
export function jaroWinklerSimilarity(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b);
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + 0.1 * prefix * (1 - jaro);
}

/** Levenshtein distance: insertions, deletions and substitutions, each counted as one. */
export function levenshteinDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
