import type { Text } from "../../text.ts";

/** What is explained and by what. No zod here: the web app reads the labels. */
export const heterogeneityTargets = ["contribution", "growth", "needBreadth"] as const;
export type HeterogeneityTarget = (typeof heterogeneityTargets)[number];

export const heterogeneityDrivers = ["size", "branch", "customerAge", "region", "entryChannel"] as const;
export type HeterogeneityDriver = (typeof heterogeneityDrivers)[number];

export const targetLabels: Readonly<Record<HeterogeneityTarget, Text>> = {
  contribution: { de: "Deckungsbeitrag", en: "contribution" },
  growth: { de: "Wachstum", en: "growth" },
  needBreadth: { de: "Bedarfsbreite", en: "need breadth" },
};

export const driverLabels: Readonly<Record<HeterogeneityDriver, Text>> = {
  size: { de: "Grösse", en: "size" },
  branch: { de: "Branche", en: "branch" },
  customerAge: { de: "Dauer der Beziehung", en: "length of the relation" },
  region: { de: "Region", en: "region" },
  entryChannel: { de: "Bestellkanal", en: "entry channel" },
};
