import { describe, expect, it } from "vitest";
import { demandOf, demandRules, foldReason } from "./demand-rules.ts";
import { numberReasons } from "./number-reasons.ts";

const kind = (reason: string | null) => demandOf(reason, {}).demand;
const rule = (reason: string) => demandOf(reason, {}).rule?.code ?? null;

describe("failure demand and value demand", () => {
  it.each([
    ["Wo ist meine Lieferung?", "deliveryDelay"],
    ["Lieferverzug", "deliveryDelay"],
    ["Lieferung verspätet", "deliveryDelay"],
    ["delivery late", "deliveryDelay"],
    ["Falschlieferung", "wrongDelivery"],
    ["Transportschaden", "wrongDelivery"],
    ["Rechnung falsch", "invoiceError"],
    ["invoice dispute", "invoiceError"],
    ["Reklamation", "defect"],
    ["Passwort vergessen", "portalFailure"],
    ["Zugang Shop funktioniert nicht", "portalFailure"],
    ["Zertifikat fehlt", "missingDocument"],
    ["Rückruf", "noReply"],
    ["Technische Beratung", "advice"],
    ["technicalAdvice", "advice"],
    ["Offerte", "offer"],
    ["Bestellung", "order"],
    ["Neukunde", "contract"],
  ])("recognises %s as %s", (reason, code) => {
    expect(rule(reason)).toBe(code);
  });

  it("leaves what nobody knows unknown, instead of guessing", () => {
    expect(kind("55")).toBe("unknown");
    expect(kind("Sonstiges")).toBe("unknown");
    expect(kind("")).toBe("unknown");
    expect(kind(null)).toBe("unknown");
  });

  it("obeys the company's own decision, however the reason is spelt", () => {
    expect(demandOf("55", { "55": "failure" }).demand).toBe("failure");
    expect(demandOf("RÜCKRUF", { Rückruf: "value" }).demand).toBe("value");
  });

  it("recognises its own codes, so that grouped free texts keep their kind", () => {
    for (const { code, demand } of demandRules) expect(demandOf(code, {})).toMatchObject({ demand });
  });

  it("folds case, accents, ß and separators", () => {
    expect(foldReason("Größen-Frage_URGENT")).toBe("grossen frage urgent");
    expect(foldReason("deliveryDelay")).toBe("delivery delay");
  });
});

describe("numbers of reasons", () => {
  it("keeps the words of the 200 most frequent reasons and groups the rest by rule", () => {
    const free = Array.from({ length: 300 }, (_, i) => ({ reason: `Ticket ${i}: Lieferverzug` }));
    const numbered = numberReasons(free, {});
    expect(new Set(numbered.map(({ id }) => id)).size).toBe(201);
    expect(numbered[250]).toMatchObject({ key: "deliveryDelay", demand: "failure" });
    expect(Math.min(...numbered.map(({ id }) => id))).toBe(2);
  });
});
