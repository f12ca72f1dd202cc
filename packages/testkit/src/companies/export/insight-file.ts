import { daysBefore, germanDate } from "../market/calendar.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import type { World } from "./world.ts";

const header = "ERKENNTNISNR;AUSSAGE;BELEGART;STAERKE;VERANTWORTLICH;ERFASST_AM;GILT_BIS;ENTSCHEID\r\n";

/** Aussage, Belegart, Stärke, Verantwortlich, days before asOf, days it is valid, Entscheid. */
const insights: readonly (readonly [string, string, string, string, number, number, string])[] = [
  [
    "Kleine Metallbauer rufen an, weil der Shop keine Längen kennt",
    "Workshop",
    "mittel",
    "Nadja Keller",
    60,
    365,
    "Längenrechner im Shop beauftragt",
  ],
  [
    "Viele Rückfragen im Monat gehen auf das neue Rechnungslayout zurück",
    "CRM-Daten",
    "hoch",
    "Beat Ammann",
    20,
    180,
    "Layout an Fakturierung zurückgegeben",
  ],
  [
    "Schreiner bestellen abends nach 21 Uhr und erwarten bis 7 Uhr eine Antwort",
    "Gespräch",
    "mittel",
    "Marco Bieri",
    95,
    365,
    "",
  ],
  [
    "Holzbau-Betriebe wünschen die Zulassung beim Artikel statt auf Anfrage",
    "Workshop",
    "hoch",
    "Nadja Keller",
    60,
    365,
    "Zertifikate werden im Shop verlinkt",
  ],
  ["Inhaber lesen keine Mails mit mehr als einer Frage", "Gespräch", "tief", "Sandra Egli", 130, 365, ""],
  [
    "Betriebe unter zehn Leuten verzichten auf den Besuch, wenn ein fester Name am Telefon antwortet",
    "Experiment",
    "mittel",
    "Reto Hug",
    200,
    400,
    "Gespräch statt Besuch in zwei Regionen",
  ],
  [
    "Elektriker sehen uns als Dübel-Lieferanten und kaufen Brandschutz anderswo",
    "Marktforschung",
    "mittel",
    "Nadja Keller",
    300,
    365,
    "Brandschutz-Bemusterung Elektro",
  ],
  [
    "Kunden von Händlern wissen oft nicht, dass die Ware von uns ist",
    "Marktforschung",
    "mittel",
    "Sandra Egli",
    260,
    365,
    "",
  ],
  [
    "Wer das erste Mal im Shop bestellt, braucht einmal Hilfe und dann keine mehr",
    "Experiment",
    "hoch",
    "Marco Bieri",
    45,
    365,
    "Begleitete erste Bestellung für alle",
  ],
  [
    "Expressaufschläge werden akzeptiert, Mindermengenzuschläge als unfair empfunden",
    "Umfrage",
    "mittel",
    "Beat Ammann",
    400,
    365,
    "",
  ],
  [
    "Im November steigt der Anteil verspäteter Lieferungen wegen der Inventur",
    "CRM-Daten",
    "hoch",
    "Beat Ammann",
    340,
    365,
    "Inventur in den Januar verlegt",
  ],
  [
    "Bauherren verlangen von Kleinbetrieben Nachweise, die diese nicht selbst erstellen können",
    "Gespräch",
    "mittel",
    "Reto Hug",
    75,
    365,
    "",
  ],
  [
    "Grosse Kunden nutzen angebotene Schulungen kaum",
    "CRM-Daten",
    "mittel",
    "Beat Ammann",
    30,
    365,
    "Schulungen nur noch auf Anfrage",
  ],
  [
    "Treuhänder haben bei der Wahl des Lieferanten kein Gewicht",
    "Gespräch",
    "tief",
    "Sandra Egli",
    500,
    365,
    "",
  ],
];

/** The sheet that a workshop and some talks left behind; two of its claims are out of date. */
export async function writeInsights({ calendar }: World, path: string): Promise<number> {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  const asOf = calendar.iso.at(-1) as string;
  for (const [i, [claim, kind, strength, owner, ago, valid, decision]] of insights.entries()) {
    const dates = [ago, ago - valid].map((days) => germanDate(daysBefore(asOf, days)));
    writer.addRow(`E-${i + 1};${claim};${kind};${strength};${owner};${dates.join(";")};${decision}\r\n`);
  }
  await writer.close();
  return writer.rows;
}
