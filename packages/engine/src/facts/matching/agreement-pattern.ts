/** Three bits a field: 0 unknown, 1…7 the level's place. Seven fields fit into 21 bits. */
const bitsPerField = 3;

/** Packs the levels of a pair into one number, so that millions of pairs group into a few thousand patterns. */
export function packLevels(levels: readonly (number | null)[]): number {
  return levels.reduce<number>(
    (pattern, level, field) => pattern + (level === null ? 0 : level + 1) * 2 ** (bitsPerField * field),
    0,
  );
}

/** The reverse of `packLevels` for `fields` fields. */
export function unpackLevels(pattern: number, fields: number): (number | null)[] {
  return Array.from({ length: fields }, (_, field) => {
    const stored = Math.floor(pattern / 2 ** (bitsPerField * field)) % 2 ** bitsPerField;
    return stored === 0 ? null : stored - 1;
  });
}

/** SQL that packs level expressions (0 unknown, 1… level) the same way. */
export function packLevelsSql(levelExpressions: readonly string[]): string {
  return levelExpressions
    .map((expression, field) => `(${expression}) * ${2 ** (bitsPerField * field)}`)
    .join("\n  + ");
}
