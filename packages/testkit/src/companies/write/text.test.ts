import { describe, expect, it } from "vitest";
import { csvField, decimalComma, decimalPoint, sapAmount, sapQuantity } from "./number-text.ts";
import { encodeWindows1252 } from "./windows-1252.ts";

describe("numbers as systems write them", () => {
  it("writes amounts of SAP with thousands dots and the minus behind", () => {
    expect(sapAmount(123_450)).toBe("1.234,50");
    expect(sapAmount(-1_250)).toBe("12,50-");
    expect(sapAmount(-123_456_789)).toBe("1.234.567,89-");
    expect(sapAmount(5)).toBe("0,05");
    expect(sapAmount(0)).toBe("0,00");
  });

  it("writes pieces whole and metres with three decimals", () => {
    expect(sapQuantity(1_200_000, "ST")).toBe("1.200");
    expect(sapQuantity(2_500, "M")).toBe("2,500");
    expect(sapQuantity(-3_000, "PAK")).toBe("3-");
  });

  it("writes plain decimals with comma or point", () => {
    expect(decimalComma(-123_405)).toBe("-1234,05");
    expect(decimalPoint(7)).toBe("0.07");
  });

  it("quotes a field only when it has to", () => {
    expect(csvField("Malerei, Gipserei", ";")).toBe("Malerei, Gipserei");
    expect(csvField("Malerei, Gipserei", ",")).toBe('"Malerei, Gipserei"');
    expect(csvField('Rohr 1/2"', ";")).toBe('"Rohr 1/2"""');
  });
});

describe("Windows-1252", () => {
  it("writes umlauts as one byte and the en dash where Latin-1 has nothing", () => {
    expect([...encodeWindows1252("Zürich – é€")]).toEqual([
      0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x96, 0x20, 0xe9, 0x80,
    ]);
  });

  it("has each character of the upper controls at its place", () => {
    // TextDecoder is no judge here: some Node versions read Windows-1252 as if it were Latin-1.
    expect([...encodeWindows1252("‚ƒ„…†‡ˆ‰Š‹Œ")]).toEqual([
      0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c,
    ]);
    expect([...encodeWindows1252("Ž‘’“”•–—˜™š›œžŸ")]).toEqual([
      0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ]);
  });

  it("refuses a letter that does not exist there", () => {
    expect(() => encodeWindows1252("Dvořák")).toThrow(/"ř" cannot be written/);
  });
});
