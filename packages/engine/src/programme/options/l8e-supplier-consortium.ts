import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, number, stated } from "./option-parts.ts";

export const supplierConsortium: LeverOption = {
  code: "L8e",
  lever: "L8",
  name: {
    de: "Lieferantenverbund (ein Einstieg für mehrere)",
    en: "Supplier consortium (one start for several)",
  },
  description: {
    de: "Einmal anmelden und einrichten für mehrere Lieferanten derselben Branche.",
    en: "Register and set up once for several suppliers of a trade.",
  },
  params: [
    number("suppliers", "count", ["Lieferanten", "Suppliers"], [2, 4, 100]),
    stated("hasDataContract", ["Datenvertrag geschlossen", "Data contract concluded"]),
    ...costParams(3_000_000, 5_000_000),
  ],
  assumptions: [],
  giveTake: () => "give",
  customerView: {
    de: "Einmal einrichten statt bei jedem Lieferanten.",
    en: "Set up once instead of with every supplier.",
  },
  effects: (params) => [costEffect(params)],
  measures: ["sales"],
  evidence: {
    grade: "I",
    text: {
      de: "Eigener Vorschlag ohne Beispiel; die Wirkung kennt niemand, deshalb zählen nur die Kosten.",
      en: "Our own proposal without an example; nobody knows the effect, so only the cost counts.",
    },
  },
};
