import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, number } from "./option-parts.ts";

export const orderAutomation: LeverOption = {
  code: "L6a",
  lever: "L6",
  name: { de: "Auftragsabwicklung automatisieren", en: "Automate order to cash" },
  description: {
    de: "Bestellungen aus E-Mails und Dateien ohne Abtippen, bis zur Rechnung.",
    en: "Orders from e-mails and files without keying, up to the invoice.",
  },
  params: [
    number(
      "targetTouchRatio",
      "ratio",
      ["Bestellungen, die noch jemand anfasst", "Orders that somebody still touches"],
      [0, 0.3, 1],
    ),
    ...costParams(8_000_000, 12_000_000),
  ],
  assumptions: [
    expected(
      "L6a.entryRatio",
      "ratio",
      ["Veränderung der Auftragserfassung", "Change of order entry"],
      [-0.45, -0.3, -0.15],
      "C",
    ),
  ],
  giveTake: () => "neutral",
  customerView: {
    de: "Kaum sichtbar; Bestätigungen kommen schneller.",
    en: "Hardly visible; confirmations come sooner.",
  },
  effects: (params) => [
    { kind: "scaleDriver", driver: "orderEntry", ratio: drawn("L6a.entryRatio") },
    costEffect(params),
  ],
  measures: ["costToServe"],
  evidence: {
    grade: "C",
    text: {
      de: "Anbieterzahlen; Ausnahmen bei Preisen mindern die Wirkung stark.",
      en: "Vendors' figures; exceptions in prices reduce the effect strongly.",
    },
  },
};
