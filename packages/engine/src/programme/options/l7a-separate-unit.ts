import type { LeverOption } from "../contracts/option-contract.ts";
import { choice, costEffect, costParams } from "./option-parts.ts";

export const separateUnit: LeverOption = {
  code: "L7a",
  lever: "L7",
  name: { de: "Eigene Einheit mit eigenem Ergebnis", en: "Separate unit with its own result" },
  description: {
    de: "Kleinkunden haben eine Leitung, ein eigenes Ergebnis und eigene Leute.",
    en: "Small customers have a head, a result and people of their own.",
  },
  params: [
    choice(
      "scope",
      ["Umfang", "Scope"],
      {
        sales: ["Verkauf", "Sales"],
        salesService: ["Verkauf und Service", "Sales and service"],
        full: ["ganze Leistung", "whole delivery"],
      },
      "salesService",
    ),
    choice(
      "transferPrice",
      ["Verrechnung der Leistungen anderer", "Charging of others' services"],
      {
        fullCost: ["Vollkosten", "Full cost"],
        avoidableCost: ["vermeidbare Kosten", "Avoidable cost"],
        market: ["Marktpreis", "Market price"],
      },
      "fullCost",
    ),
    ...costParams(18_000_000, 6_000_000),
  ],
  assumptions: [],
  giveTake: () => "neutral",
  customerView: {
    de: "Jemand ist zuständig; spürbar erst durch das, was diese Einheit tut.",
    en: "Somebody is responsible; felt only through what that unit does.",
  },
  effects: (params) => [costEffect(params)],
  measures: ["responsibility"],
  evidence: {
    grade: "C",
    text: {
      de: "Über 60 % der Firmen haben keine gezielten Massnahmen für kleine Kunden (Hochschulstudie). Was die Einheit allein bewirkt, hat niemand gemessen; deshalb zählen nur ihre Kosten.",
      en: "Over 60% of firms have no targeted measures for small customers (university study). Nobody has measured what the unit alone brings about, so only its cost counts.",
    },
  },
};
