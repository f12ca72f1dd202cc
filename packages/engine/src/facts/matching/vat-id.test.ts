import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVatId } from "./vat-id.ts";

describe("VAT ids", () => {
  it.each([
    // 1·5+0·4+9·3+3·2+2·7+2·6+5·5+5·4 = 109; 109 mod 11 = 10; 11 − 10 = 1
    ["CHE-109.322.551", "CHE109322551", "valid"],
    ["CHE-109.322.551 MWST", "CHE109322551", "valid"],
    ["UID: CHE 109 322 551 TVA", "CHE109322551", "valid"],
    ["CHE109322551IVA", "CHE109322551", "valid"],
    ["CHE-109.322.552", "CHE109322552", "invalid"],
    ["CHE-109.322.55", "CHE10932255", "invalid"],
    ["DE136695976", "DE136695976", "valid"],
    ["USt-IdNr. DE 136 695 976", "DE136695976", "valid"],
    ["DE136695978", "DE136695978", "invalid"],
    // 1+5+5+2 = 13; doubled 3, 8, 6 with digit sums 6+7+3 = 16; 13+16+4 = 33; 7 are missing to 40
    ["ATU13585627", "ATU13585627", "valid"],
    ["ATU13585626", "ATU13585626", "invalid"],
    ["IT01234567890", "IT01234567890", "unknown"],
    ["FR40303265045", "FR40303265045", "unknown"],
    ["NL12345", "NL12345", "invalid"],
    ["12/345/67890", "1234567890", "unknown"],
  ])("%s is %s, %s", (text, vatId, status) => {
    expect(parseVatId(text, null)).toEqual({ vatId, status });
  });

  it("completes bare numbers by country", () => {
    expect(parseVatId("109.322.551", "CH")?.vatId).toBe("CHE109322551");
    expect(parseVatId("136695976", "DE")?.vatId).toBe("DE136695976");
    expect(parseVatId("U13585627", "AT")?.vatId).toBe("ATU13585627");
  });

  it.each(["", "-", "CHE-000.000.000", "keine", "12345", null])("%s is none", (text) => {
    expect(parseVatId(text, "CH")).toBeNull();
  });

  it.each(["CHE109322551", "DE136695976", "ATU13585627"])("notices any single wrong digit of %s", (id) => {
    const first = id.search(/\d/);
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: id.length - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (at, shift) => {
          const digit = (Number(id[at]) + shift) % 10;
          expect(parseVatId(id.slice(0, at) + digit + id.slice(at + 1), null)?.status).toBe("invalid");
        },
      ),
      { seed: 2 },
    );
  });
});
