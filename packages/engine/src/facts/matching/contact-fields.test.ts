import { describe, expect, it } from "vitest";
import { ownDomain, parseEmail } from "./mail-domain.ts";
import { parsePhone } from "./phone.ts";
import { parsePostcode } from "./postcode.ts";
import { parseStreet } from "./street.ts";

describe("streets", () => {
  it.each([
    "Bahnhofstrasse 12a",
    "Bahnhofstr. 12 A",
    "Bahnhofstraße 12a",
    "BAHNHOF-STRASSE 12 a",
    "Bahnhof Str. Nr. 12a",
  ])("%s is one door", (text) => {
    expect(parseStreet(text)).toEqual({ street: "bahnhofstr", house: "12a" });
  });

  it("reads a leading number, a range and French kinds", () => {
    expect(parseStreet("12, rue du Lac")).toEqual(parseStreet("R. du Lac 12"));
    expect(parseStreet("Seeweg 12-14")).toEqual({ street: "seeweg", house: "12" });
    expect(parseStreet("Strasse des 17. Juni 135").house).toBe("135");
  });

  it("knows that a post box is no street", () => {
    expect(parseStreet("Postfach 123")).toEqual({ street: null, house: null });
    expect(parseStreet(null)).toEqual({ street: null, house: null });
  });
});

describe("postcodes", () => {
  it.each([
    ["8001", "CH", "8001", "CH"],
    ["CH-8001", null, "8001", "CH"],
    ["D-80331", "CH", "80331", "DE"],
    ["A 1010", "CH", "1010", "AT"],
    ["1067", "DE", "01067", "DE"], // Dresden without its zero, as spreadsheets write it
    ["80331", "CH", "80331", "DE"],
    ["8001.0", "CH", "8001", "CH"],
    ["SW1A 1AA", "GB", "SW1A1AA", "GB"],
  ])("%s in %s is %s of %s", (text, stated, postcode, country) => {
    expect(parsePostcode(text, stated)).toEqual({ postcode, country });
  });

  it.each(["", "0000", "unbekannt", null])("%s is none", (text) => {
    expect(parsePostcode(text, "CH")).toBeNull();
  });
});

describe("phones", () => {
  it.each([
    ["044 123 45 76", "CH"],
    ["+41 44 123 45 76", null],
    ["+41 (0)44 123 45 76", "DE"],
    ["0041441234576", "AT"],
    ["+41 044 123 45 76", "CH"],
    ["441234576", "CH"], // the zero lost in a spreadsheet
    ["41441234576", "CH"],
    ["044/123 45 76 oder 079 999 88 77", "CH"],
    ["044 123 45 76 / 079 999 88 77", "CH"],
    ["Tel. 044 123 45 76 int. 12", "CH"],
  ])("%s in %s is one number", (text, country) => {
    expect(parsePhone(text, country)).toBe("+41441234576");
  });

  it("completes German and Austrian numbers and keeps the Italian zero", () => {
    expect(parsePhone("089 / 123 98 76", "DE")).toBe("+49891239876");
    expect(parsePhone("01 5129876", "AT")).toBe("+4315129876");
    expect(parsePhone("02 1239876", "IT")).toBe("+39021239876");
  });

  it.each(["000 000 00 00", "1234567890", "12345", "keines", "", null])("%s is none", (text) => {
    expect(parsePhone(text, "CH")).toBeNull();
  });
});

describe("mail", () => {
  it("finds the domain that a firm owns", () => {
    expect(ownDomain("Info@Mail.Muster.ch", null)).toBe("muster.ch");
    expect(ownDomain("muster@bluewin.ch", "https://www.muster.ch/kontakt")).toBe("muster.ch");
    expect(ownDomain(null, "shop.muster.co.uk")).toBe("muster.co.uk");
  });

  it("takes no evidence from free mail and platforms", () => {
    expect(ownDomain("muster@gmail.com", "facebook.com/muster")).toBeNull();
    expect(ownDomain(null, null)).toBeNull();
  });

  it("reads the first address", () => {
    expect(parseEmail("Hans Muster <Hans@Muster.ch>; b@c.ch")).toBe("hans@muster.ch");
    expect(parseEmail("keine")).toBeNull();
  });
});
