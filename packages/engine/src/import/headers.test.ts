import { describe, expect, it } from "vitest";
import { isKeyHeader, isKnownHeader, namesAPeriod, normaliseHeader } from "./headers.ts";

describe("normaliseHeader", () => {
  it.each([
    ["KNA1-KUNNR", "kunnr", null],
    ["VBRP-NETWR", "netwr", null],
    ["Kd.-Nr.", "kdnr", null],
    ["Customer ID", "customerid", null],
    ["address1_postalcode", "address1postalcode", null],
    ["BillingPostalCode", "billingpostalcode", null],
    ["Währung", "waehrung", null],
    ["Straße", "strasse", null],
    ["Wa\u0308hrung", "waehrung", null],
    ["N° client", "nclient", null],
    ["Société", "societe", null],
    ["Umsatz [CHF]", "umsatz", "CHF"],
    ["Umsatz (in EUR)", "umsatz", "EUR"],
    ["Nettowert CHF", "nettowert", "CHF"],
    ["Preis in €", "preis", "EUR"],
    ["revenue_chf", "revenue", "CHF"],
    ["Rabatt %", "rabatt", "%"],
    ["Menge (ME)", "menge", "ME"],
    ["\ufeffYear", "year", null],
    ["E-Mail", "email", null],
    ["", "", null],
  ])("%j → %j, unit %j", (header, key, unit) => expect(normaliseHeader(header)).toEqual({ key, unit }));
});

describe("known headers", () => {
  it("knows names of every system and of our own templates", () => {
    for (const name of ["VBELN", "Fakturanr", "AccountNumber", "name_1", "StockCode", "Zeilenbetrag netto"]) {
      expect(isKnownHeader(name), name).toBe(true);
    }
    expect(isKnownHeader("Delicassen")).toBe(false);
  });

  it("knows which names may be keys", () => {
    expect(isKeyHeader("Kundennr")).toBe(true);
    expect(isKeyHeader("Telefon")).toBe(false);
  });

  it("sees a period in a name", () => {
    expect(["Umsatz 2024", "Umsatz Vorjahr", "Sales LY", "Umsatz YTD"].every(namesAPeriod)).toBe(true);
    expect(["Umsatz", "AnnualRevenue", "UMSA1"].some(namesAPeriod)).toBe(false);
  });
});
