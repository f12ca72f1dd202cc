import { describe, expect, it } from "vitest";
import { overlappingPools } from "./cost-pools-sql.ts";

const pool = (row: number, poolCode: string, validFrom: string, validTo: string) => ({
  row,
  poolCode,
  validFrom: `2026-${validFrom}`,
  validTo: `2026-${validTo}`,
});

describe("overlappingPools", () => {
  it("takes periods that follow each other, and the same days of another pool", () => {
    const rows = [
      pool(0, "A", "01-01", "03-31"),
      pool(1, "A", "04-01", "06-30"),
      pool(2, "B", "01-01", "12-31"),
    ];
    expect(overlappingPools(rows, [])).toEqual([]);
  });

  it("refuses the later row where two share a day", () => {
    expect(overlappingPools([pool(0, "A", "01-01", "03-31"), pool(1, "A", "03-31", "06-30")], [])).toEqual([
      1,
    ]);
  });

  it("measures a row against those that are taken: what was refused does no harm to others", () => {
    const rows = [
      pool(0, "A", "01-01", "03-31"),
      pool(1, "A", "02-01", "12-31"),
      pool(2, "A", "07-01", "12-31"),
    ];
    expect(overlappingPools(rows, [])).toEqual([1]);
  });

  it("refuses what overlaps with a stored period, and takes the stored one stated anew with another end", () => {
    const stored = [pool(9, "A", "01-01", "06-30")];
    expect(overlappingPools([pool(0, "A", "06-01", "12-31")], stored)).toEqual([0]);
    // The first row shortens the stored period to May, so the second has June to itself.
    expect(
      overlappingPools([pool(0, "A", "01-01", "05-31"), pool(1, "A", "06-01", "12-31")], stored),
    ).toEqual([]);
  });
});
