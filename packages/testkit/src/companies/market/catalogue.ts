import { Random } from "../../random.ts";

/** A product group; for the customer it is a need field. */
export interface ProductGroup {
  readonly code: string;
  readonly text: string;
  /** Median list price of a sales unit, CHF. */
  readonly medianChf: number;
  readonly spread: number;
  /** Cost of goods ÷ list price. */
  readonly costRatio: number;
  readonly unit: "ST" | "PAK" | "M";
  readonly articles: readonly string[];
}

const group = (
  code: string,
  text: string,
  medianChf: number,
  spread: number,
  costRatio: number,
  unit: ProductGroup["unit"],
  articles: string,
): ProductGroup => ({ code, text, medianChf, spread, costRatio, unit, articles: articles.split("|") });

/** The twelve need fields. */
export const productGroups: readonly ProductGroup[] = [
  group(
    "D1",
    "Dübel",
    17,
    0.7,
    0.52,
    "PAK",
    "Spreizdübel|Universaldübel|Rahmendübel|Gipskartondübel|Dämmstoffdübel",
  ),
  group(
    "S1",
    "Schrauben",
    15,
    0.7,
    0.55,
    "PAK",
    "Holzbauschraube TX|Spanplattenschraube|Fensterrahmenschraube|Bohrschraube|Terrassenschraube A2",
  ),
  group(
    "A1",
    "Schwerlastanker",
    34,
    0.8,
    0.53,
    "PAK",
    "Bolzenanker|Hinterschnittanker|Injektionsmörtel|Ankerstange|Betonschraube",
  ),
  group(
    "T1",
    "Handwerkzeuge",
    32,
    0.8,
    0.58,
    "ST",
    "Schlagbohrer SDS-plus|Bit-Satz|Schraubendreher|Seitenschneider|Hammer|Wasserwaage",
  ),
  group(
    "W1",
    "Maschinen und Zubehör",
    120,
    1,
    0.64,
    "ST",
    "Akkuschrauber 18 V|Bohrhammer|Trennscheibe|Diamantbohrkrone|Sauger Klasse M",
  ),
  group(
    "F1",
    "Brandschutz",
    38,
    0.8,
    0.48,
    "ST",
    "Brandschutzmanschette|Brandschutzschaum|Brandschutzdübel Holz|Brandschutzkitt|Kabelabschottung",
  ),
  group(
    "B1",
    "Beschläge",
    26,
    0.8,
    0.56,
    "ST",
    "Türband|Topfscharnier|Schubladenauszug|Türdrücker|Möbelschloss",
  ),
  group(
    "K1",
    "Kleben und Dichten",
    12,
    0.6,
    0.54,
    "ST",
    "Acryldichtstoff|Silikon neutral|Montagekleber|PU-Schaum|Dichtband",
  ),
  group(
    "E1",
    "Elektrobefestigung",
    14,
    0.7,
    0.53,
    "PAK",
    "Kabelbinder|Rohrschelle|Sammelhalter|Nagelclip|Lochband",
  ),
  group(
    "P1",
    "Arbeitsschutz",
    19,
    0.8,
    0.57,
    "ST",
    "Montagehandschuh|Schutzbrille|Gehörschutz|Atemschutzmaske FFP3|Auffanggurt",
  ),
  group(
    "C1",
    "Chemie und Schleifen",
    13,
    0.6,
    0.55,
    "ST",
    "Reinigungstücher|Rostlöser|Schleifvlies|Schleifgitter|Gewindepaste",
  ),
  group(
    "R1",
    "Schienen und Seile",
    9,
    0.5,
    0.56,
    "M",
    "Montageschiene 41/41|Gewindestange|Drahtseil 4 mm|Lochblechband|Kabelkanal",
  ),
];

/** Things on an invoice that are no products. */
export const feeArticles = [
  { code: "freight", material: "900001", text: "Versandkostenanteil", group: "Z1", groupText: "Fracht" },
  {
    code: "smallOrder",
    material: "900002",
    text: "Kleinmengenzuschlag",
    group: "Z2",
    groupText: "Zuschläge",
  },
  { code: "express", material: "900003", text: "Expresszuschlag", group: "Z2", groupText: "Zuschläge" },
  { code: "discount", material: "900004", text: "Sonderrabatt", group: "Z3", groupText: "Korrekturen" },
  {
    code: "priceCorrection",
    material: "900005",
    text: "Preisdifferenz",
    group: "Z3",
    groupText: "Korrekturen",
  },
] as const;

export type FeeCode = (typeof feeArticles)[number]["code"];

/** Articles as columns; those of group g are `firstOfGroup[g]` … `firstOfGroup[g + 1] − 1`, cheapest first. Fees follow at the end. */
export interface Catalogue {
  readonly productCount: number;
  readonly material: readonly string[];
  readonly text: readonly string[];
  /** Index into `productGroups`; −1 for fees. */
  readonly group: Int8Array;
  readonly groupCode: readonly string[];
  readonly groupText: readonly string[];
  readonly unit: readonly string[];
  readonly listCents: Int32Array;
  readonly costCents: Int32Array;
  readonly firstOfGroup: Int32Array;
  readonly fee: Record<FeeCode, number>;
}

const articlesPerGroup = 90;

/** Draws the article list: list prices log-normal around the group's median, never below CHF 1.20. */
export function drawCatalogue(seed: number): Catalogue {
  const random = new Random(seed, "catalogue");
  const productCount = productGroups.length * articlesPerGroup;
  const size = productCount + feeArticles.length;
  const catalogue = {
    productCount,
    material: [] as string[],
    text: [] as string[],
    group: new Int8Array(size).fill(-1),
    groupCode: [] as string[],
    groupText: [] as string[],
    unit: [] as string[],
    listCents: new Int32Array(size),
    costCents: new Int32Array(size),
    firstOfGroup: new Int32Array(productGroups.length + 1),
    fee: {} as Record<FeeCode, number>,
  };
  for (const [g, group] of productGroups.entries()) {
    catalogue.firstOfGroup[g] = g * articlesPerGroup;
    const prices = Array.from({ length: articlesPerGroup }, () =>
      Math.max(120, Math.round(group.medianChf * 100 * Math.exp(group.spread * random.normal()))),
    ).sort((a, b) => a - b);
    for (const [i, listCents] of prices.entries()) {
      const index = g * articlesPerGroup + i;
      catalogue.group[index] = g;
      catalogue.listCents[index] = listCents;
      const costRatio = Math.min(0.8, Math.max(0.3, group.costRatio + 0.05 * random.normal()));
      catalogue.costCents[index] = Math.max(1, Math.round(listCents * costRatio));
      catalogue.material.push(String(100_000 + (g + 1) * 1_000 + i).padStart(18, "0"));
      // The en dash exists in Windows-1252 but not in Latin-1: readers that confuse the two are found out.
      const size = random.chance(0.08)
        ? `Ø ${4 + (i % 12)}–${6 + (i % 12)}`
        : `${4 + (i % 12)}x${20 + 5 * (i % 24)}`;
      catalogue.text.push(`${group.articles[i % group.articles.length]} ${size}`);
      catalogue.groupCode.push(group.code);
      catalogue.groupText.push(group.text);
      catalogue.unit.push(group.unit);
    }
  }
  catalogue.firstOfGroup[productGroups.length] = productCount;
  for (const [i, fee] of feeArticles.entries()) {
    catalogue.fee[fee.code] = productCount + i;
    catalogue.material.push(fee.material.padStart(18, "0"));
    catalogue.text.push(fee.text);
    catalogue.groupCode.push(fee.group);
    catalogue.groupText.push(fee.groupText);
    catalogue.unit.push("ST");
  }
  return catalogue;
}
