import type { SeasonName } from "../market/season.ts";
import type { Language } from "./places.ts";

/** A trade: how many customers it has, what it needs, and how its firms are called. */
export interface Branch {
  /** Key as in SAP `BRSCH`; NOGA-like, our own numbering. */
  readonly code: string;
  /** Text as in the export. */
  readonly text: string;
  /** Relative number of small and of larger customers. */
  readonly smallWeight: number;
  readonly largeWeight: number;
  readonly season: SeasonName;
  /** Yearly demand per head of staff over all need fields, CHF. An assumption of the synthetic world. */
  readonly demandChfPerHead: number;
  /** Need fields (product group codes) that this trade usually has, most typical first. */
  readonly needs: readonly string[];
  /** The trade word in a firm's name. */
  readonly word: Record<Language, string>;
}

const rows: readonly [string, string, number, number, SeasonName, number, string, string, string, string][] =
  [
    [
      "1610",
      "Schreinerei",
      12,
      4,
      "even",
      1500,
      "S1 B1 D1 T1 K1 W1",
      "Schreinerei",
      "Menuiserie",
      "Falegnameria",
    ],
    [
      "4120",
      "Holzbau, Zimmerei",
      9,
      6,
      "site",
      1800,
      "S1 B1 D1 A1 T1 P1 K1",
      "Holzbau",
      "Charpente",
      "Carpenteria",
    ],
    [
      "2511",
      "Metallbau, Schlosserei",
      9,
      7,
      "even",
      1600,
      "S1 A1 T1 W1 R1 C1 P1",
      "Metallbau",
      "Serrurerie",
      "Metalcostruzioni",
    ],
    [
      "4321",
      "Elektroinstallation",
      11,
      8,
      "even",
      1100,
      "E1 D1 R1 F1 T1 P1",
      "Elektro",
      "Electricité",
      "Elettricità",
    ],
    [
      "4322",
      "Sanitär, Heizung, Lüftung",
      9,
      8,
      "even",
      1300,
      "D1 R1 A1 F1 K1 T1 P1",
      "Haustechnik",
      "Sanitaire",
      "Impianti",
    ],
    [
      "4334",
      "Malerei, Gipserei",
      7,
      4,
      "site",
      700,
      "K1 C1 P1 D1 T1",
      "Malergeschäft",
      "Peinture",
      "Pittura",
    ],
    [
      "4391",
      "Dachdeckerei, Spenglerei",
      5,
      4,
      "site",
      1500,
      "S1 K1 A1 P1 T1",
      "Bedachungen",
      "Toitures",
      "Lattoneria",
    ],
    [
      "4332",
      "Fenster- und Türenbau",
      4,
      5,
      "even",
      1700,
      "S1 B1 K1 F1 D1",
      "Fensterbau",
      "Fenêtres",
      "Serramenti",
    ],
    ["4520", "Garage, Carrosserie", 7, 3, "tyres", 800, "C1 T1 W1 P1 S1", "Garage", "Garage", "Garage"],
    [
      "8110",
      "Hauswartung, Facility Services",
      6,
      7,
      "even",
      400,
      "D1 S1 T1 P1 E1 C1 B1",
      "Hauswartungen",
      "Conciergerie",
      "Servizi",
    ],
    ["0150", "Landwirtschaft", 6, 1, "field", 450, "S1 T1 P1 C1 W1", "Hof", "Ferme", "Azienda agricola"],
    ["8130", "Gartenbau", 4, 3, "field", 600, "S1 A1 P1 T1 W1", "Gartenbau", "Paysagiste", "Giardini"],
    [
      "4110",
      "Bauunternehmung",
      3,
      14,
      "site",
      1400,
      "A1 D1 S1 P1 F1 T1 W1",
      "Bau",
      "Construction",
      "Costruzioni",
    ],
    [
      "4331",
      "Trockenbau, Innenausbau",
      3,
      5,
      "even",
      1600,
      "S1 D1 F1 K1 T1",
      "Innenausbau",
      "Agencement",
      "Gessatura",
    ],
    [
      "2562",
      "Mechanische Werkstatt",
      4,
      9,
      "even",
      900,
      "T1 W1 C1 S1 P1",
      "Mechanik",
      "Mécanique",
      "Meccanica",
    ],
    ["3109", "Küchenbau, Ladenbau", 2, 4, "even", 1400, "B1 S1 K1 D1 T1", "Küchenbau", "Cuisines", "Cucine"],
    [
      "8411",
      "Gemeinde, Werkhof",
      1,
      9,
      "even",
      500,
      "D1 S1 P1 C1 A1 E1 R1 T1",
      "Werkhof",
      "Voirie",
      "Comune",
    ],
    [
      "4752",
      "Eisenwaren, Fachhandel",
      1,
      5,
      "even",
      2600,
      "S1 D1 B1 T1 W1 P1",
      "Eisenwaren",
      "Quincaillerie",
      "Ferramenta",
    ],
    ["5510", "Hotel, Gastgewerbe", 2, 2, "even", 150, "D1 E1 C1 B1", "Gasthof", "Auberge", "Albergo"],
    [
      "9003",
      "Bühnen- und Messebau",
      1,
      2,
      "even",
      1200,
      "S1 W1 T1 E1 B1",
      "Messebau",
      "Stands",
      "Allestimenti",
    ],
  ];

/** The trades of Alpfix's customers. */
export const branches: readonly Branch[] = rows.map(
  ([code, text, smallWeight, largeWeight, season, demandChfPerHead, needs, de, fr, it]) => ({
    code,
    text,
    smallWeight,
    largeWeight,
    season,
    demandChfPerHead,
    needs: needs.split(" "),
    word: { de, fr, it },
  }),
);
