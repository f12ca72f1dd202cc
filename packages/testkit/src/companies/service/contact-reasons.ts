import { WeightedChoice } from "../../random.ts";

/** Which corner of the triangle a case of this type is shrunk at. */
export type Corner = "value" | "need" | "effort";

/** Why customers call, write or open a case. */
export interface CaseReason {
  readonly code: string;
  /** As the service desk writes it. */
  readonly text: string;
  /** Relative number of cases. */
  readonly weight: number;
  /** Share that our own failure caused. */
  readonly failureShare: number;
  readonly corner: Corner;
  readonly meanMinutes: number;
  readonly transferShare: number;
  readonly reopenShare: number;
  readonly subjects: readonly string[];
}

const reason = (
  code: string,
  text: string,
  [weight, failureShare, corner]: readonly [number, number, Corner],
  [meanMinutes, transferShare, reopenShare]: readonly [number, number, number],
  subjects: string,
): CaseReason => ({
  code,
  text,
  weight,
  failureShare,
  corner,
  meanMinutes,
  transferShare,
  reopenShare,
  subjects: subjects.split("|"),
});

export const caseReasons: readonly CaseReason[] = [
  reason(
    "lateDelivery",
    "Lieferung verspätet",
    [13, 0.96, "effort"],
    [9, 0.2, 0.12],
    "Wo bleibt meine Lieferung?|Lieferung noch nicht da|Liefertermin verstrichen|Baustelle wartet auf Ware",
  ),
  reason(
    "wrongDelivery",
    "Falsche Ware geliefert",
    [6, 0.97, "effort"],
    [14, 0.25, 0.1],
    "Falscher Artikel im Paket|Menge stimmt nicht|Länge falsch geliefert",
  ),
  reason(
    "wrongInvoice",
    "Rechnung falsch",
    [12, 0.95, "effort"],
    [12, 0.35, 0.15],
    "Rabatt fehlt auf der Rechnung|Neues Rechnungslayout unklar|Rechnung doppelt erhalten|Falscher Preis verrechnet",
  ),
  reason(
    "missingCertificate",
    "Zertifikat fehlt",
    [6, 0.88, "effort"],
    [11, 0.3, 0.14],
    "Zulassung für Brandschutzdübel|ETA-Bewertung nicht beigelegt|Prüfzeugnis nachgefragt",
  ),
  reason(
    "complaint",
    "Reklamation Ware",
    [7, 0.82, "effort"],
    [16, 0.4, 0.16],
    "Bit bricht sofort|Akku lädt nicht|Beschichtung blättert ab|Kartusche ausgehärtet",
  ),
  reason(
    "portalProblem",
    "Zugang Shop funktioniert nicht",
    [4, 0.9, "effort"],
    [8, 0.25, 0.1],
    "Passwort zurücksetzen geht nicht|Preise im Shop nicht sichtbar|Warenkorb leer nach Anmeldung",
  ),
  reason(
    "technicalChoice",
    "Technische Auswahl",
    [15, 0.03, "need"],
    [15, 0.3, 0.05],
    "Welcher Dübel für Porenbeton?|Befestigung Balkongeländer|Schraube für Lärche aussen|Anker in gerissenem Beton",
  ),
  reason(
    "commissioning",
    "Inbetriebnahme Gerät",
    [4, 0.15, "need"],
    [17, 0.35, 0.08],
    "Erste Inbetriebnahme Bohrhammer|Sauger anschliessen|Akkusystem gemischt",
  ),
  reason(
    "contract",
    "Vertrag und Konditionen",
    [7, 0.06, "value"],
    [13, 0.3, 0.04],
    "Neue Konditionen gewünscht|Rahmenvertrag Fragen|Zahlungsfrist verlängern",
  ),
  reason(
    "orderChange",
    "Bestellung geändert",
    [9, 0.2, "value"],
    [8, 0.12, 0.05],
    "Menge erhöhen|Lieferadresse ändern|Position streichen",
  ),
  reason(
    "quotation",
    "Offerte angefragt",
    [9, 0.02, "value"],
    [13, 0.15, 0.04],
    "Preis für 40 Stück|Objektpreis Schulhaus|Offerte Handwerkzeuge",
  ),
  reason(
    "returnRequest",
    "Retoure anmelden",
    [5, 0.4, "value"],
    [9, 0.2, 0.06],
    "Zu viel bestellt|Falsch ausgesucht|Rest von Baustelle zurück",
  ),
  reason(
    "availability",
    "Verfügbarkeit",
    [3, 0.05, "value"],
    [6, 0.08, 0.02],
    "An Lager?|Lieferbar bis Freitag?",
  ),
];

const reasonChoice = new WeightedChoice(caseReasons.map(({ weight }) => weight));
export const drawCaseReason = reasonChoice.draw.bind(reasonChoice);

const indexOf = (code: string) => caseReasons.findIndex((candidate) => candidate.code === code);
/** Cases that an event of ours brings about. */
export const lateDeliveryReason = indexOf("lateDelivery");
export const wrongDeliveryReason = indexOf("wrongDelivery");
export const wrongInvoiceReason = indexOf("wrongInvoice");

/** Reasons of talks that are no cases, by kind of talk: as people in sales write them. */
export const talkReasons = {
  visit: [
    "Bedarfsgespräch",
    "Sortiment vorgestellt",
    "Kleinauftrag aufgenommen",
    "Jahresgespräch",
    "Technische Auswahl vor Ort",
    "Reklamation vor Ort",
  ],
  call: [
    "Preisanfrage",
    "Verfügbarkeit",
    "Bestellstatus",
    "Nachfassen Offerte",
    "Terminvereinbarung",
    "Sortiment vorgestellt",
  ],
  mail: ["Preisanfrage", "Unterlagen gesendet", "Bestellstatus", "Nachfassen Offerte"],
  meeting: ["Jahresgespräch", "Rahmenvertrag", "Projektbesprechung", "Quartalsreview"],
  expert: ["Technische Auswahl", "Dimensionierung Anker", "Brandschutznachweis", "Einweisung Gerät"],
} as const;

/** A bit for every distinct reason of cases and talks; a reason with the same words is the same reason. */
export const reasonBits: ReadonlyMap<string, number> = new Map(
  [...new Set([...caseReasons.map(({ text }) => text), ...Object.values(talkReasons).flat()])].map(
    (text, i) => [text, 1 << i],
  ),
);
