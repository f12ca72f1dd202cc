/** A segment by its members, as bits of a mask. */
export interface SegmentBit {
  readonly code: string;
  readonly name: string;
  /** Bit in the mask of rows. */
  readonly bit: number;
  readonly customers: number;
}

/** A segment that may get a bundle of its own, and the rows for which this bundle decides. */
export interface NestedSegment extends SegmentBit {
  /** Index in the result of the smallest one around it. */
  readonly parent: number | null;
  /** Rows that belong to it and to none within it. */
  readonly rows: readonly number[];
}

export interface Nesting {
  /** Outer ones before those within. */
  readonly nested: readonly NestedSegment[];
  /** Left out because they share a part of their customers with one that was taken. */
  readonly overlapping: readonly { readonly code: string; readonly name: string; readonly with: string }[];
}

/**
 * Puts segments into each other, so that every customer gets exactly one bundle: two segments may be apart or one within the
 * other. One that overlaps in part with an earlier one of the list is left out. Segments without customers are left out too.
 */
export function nestSegments(segments: readonly SegmentBit[], segmentMask: Uint32Array): Nesting {
  const masks = new Set(segmentMask);
  const taken: SegmentBit[] = [];
  const overlapping: { code: string; name: string; with: string }[] = [];
  for (const segment of segments) {
    if (![...masks].some((mask) => has(mask, segment.bit))) continue;
    const crossing = taken.find((other) => relation(segment.bit, other.bit, masks) === "crossing");
    if (crossing === undefined) taken.push(segment);
    else overlapping.push({ code: segment.code, name: segment.name, with: crossing.code });
  }
  // Larger ones first; of two with the same customers the earlier one is around the later one.
  const ordered = [...taken].sort((a, b) => b.customers - a.customers);
  const rows = ordered.map((): number[] => []);
  for (let row = 0; row < segmentMask.length; row++) {
    const innermost = ordered.findLastIndex(({ bit }) => has(segmentMask[row]!, bit));
    if (innermost >= 0) rows[innermost]!.push(row);
  }
  const nested = ordered.map((segment, index) => {
    const parent = ordered
      .slice(0, index)
      .findLastIndex((other) => relation(segment.bit, other.bit, masks) !== "apart");
    return { ...segment, parent: parent < 0 ? null : parent, rows: rows[index]! };
  });
  return { nested, overlapping };
}

function relation(a: number, b: number, masks: ReadonlySet<number>): "apart" | "nested" | "crossing" {
  const both = [...masks].some((mask) => has(mask, a) && has(mask, b));
  if (!both) return "apart";
  const onlyA = [...masks].some((mask) => has(mask, a) && !has(mask, b));
  const onlyB = [...masks].some((mask) => has(mask, b) && !has(mask, a));
  return onlyA && onlyB ? "crossing" : "nested";
}

function has(mask: number, bit: number): boolean {
  return ((mask >>> bit) & 1) === 1;
}
