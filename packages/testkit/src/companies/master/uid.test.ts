import { describe, expect, it } from "vitest";
import { inventedUid, uidCheckDigit } from "./uid.ts";

describe("UID", () => {
  it("has the check digit of the published example CHE-109.322.551", () => {
    // 1·5 + 0·4 + 9·3 + 3·2 + 2·7 + 2·6 + 5·5 + 5·4 = 109; 109 mod 11 = 10; 11 − 10 = 1
    expect(uidCheckDigit("10932255")).toBe(1);
  });

  it("has none where the rest would be 10", () => {
    // 1·4 in the last place: 11 − 4 = 7; 3·4 = 12, rest 1, 11 − 1 = 10: not issued
    expect(uidCheckDigit("00000001")).toBe(7);
    expect(uidCheckDigit("00000003")).toBeNull();
  });

  it("is invented for every number, valid, unassigned and never twice", () => {
    const seen = new Set<string>();
    const isValid = (uid: string) => {
      const digits = uid.replace(/\D/g, "");
      return /^CHE-9\d\d\.\d{3}\.\d{3}$/.test(uid) && uidCheckDigit(digits) === Number(digits[8]);
    };
    for (let n = 0; n < 50_000; n++) seen.add(inventedUid(n));
    expect([...seen].filter((uid) => !isValid(uid))).toEqual([]);
    expect(seen.size).toBe(50_000);
  });
});
