import type { Text } from "../measure-contract.ts";
import type { Addressee, DemandKind } from "./report-contract.ts";

/** A cause of contacts, recognised by words of the reason. */
export interface DemandRule {
  readonly code: string;
  readonly demand: Exclude<DemandKind, "unknown">;
  readonly label: Text;
  /** Who owns the process that causes it; for value demand, who can shape it. */
  readonly addressee: Addressee;
  /** Regular expressions on the folded reason (`foldReason`); one of them suffices. */
  readonly patterns: readonly string[];
}

/**
 * Content, to be corrected by people through `demand.byReason`: which reasons are failure demand (caused by us: Seddon's
 * distinction) and which are value demand. The first rule that fits holds, so failures stand before the broader words of
 * value demand ("order late" is no order). What no rule knows stays unknown and is shown as such.
 */
export const demandRules: readonly DemandRule[] = [
  {
    code: "deliveryDelay",
    demand: "failure",
    label: { de: "Wo bleibt die Lieferung?", en: "Where is the delivery?" },
    addressee: "deliveryProcess",
    patterns: [
      "wo (ist|sind|bleibt|bleiben)\\b",
      "lieferverzug|lieferverzoger|lieferruckstand|ruckstand",
      "(lieferung|bestellung|ware|paket|sendung).*(verspat|zu spat|uberfallig|fehlt|ausstehend)",
      "(verspat\\w*|fehlende|ausstehende) (lieferung|sendung|ware)",
      "nicht (geliefert|angekommen|erhalten|eingetroffen)",
      "(liefer|sendungs|auftrags|bestell)(status|verfolgung)|lieferfrage|liefertermin",
      "deliver\\w*(status|delay|late|question)|deliver\\w* (status|delay|late|question|date)|delayed|late (delivery|order|shipment)",
      "where is (my|our|the)|where s my|not (yet )?(delivered|received|arrived)|backorder|tracking|order status|overdue",
    ],
  },
  {
    code: "wrongDelivery",
    demand: "failure",
    label: {
      de: "Falsch, unvollständig oder beschädigt geliefert",
      en: "Wrong, incomplete or damaged delivery",
    },
    addressee: "logistics",
    patterns: [
      "falschlieferung|fehllieferung|falsch(e|er|es|en)? (geliefert|lieferung|ware|artikel|teil|menge)",
      "fehlmenge|fehlteil|unvollstandig|teillieferung fehlt|transportschaden|beschadigt",
      "wrong (item|product|goods|delivery|quantity|article)|short shipment|shortage|incomplete|damaged|missing (item|part)s?",
    ],
  },
  {
    code: "invoiceError",
    demand: "failure",
    label: { de: "Rechnung falsch oder unklar", en: "Invoice wrong or unclear" },
    addressee: "billing",
    patterns: [
      "rechnung\\w*.*(falsch|fehler|unklar|frage|korrektur|differenz|stimmt nicht|reklamation)",
      "rechnungs(frage|fehler|korrektur|differenz|reklamation|kopie)|falsche\\w* rechnung",
      "preis(differenz|fehler|abweichung)|falscher preis|doppelt (verrechnet|belastet)|gutschrift (fehlt|ausstehend)",
      "invoice\\w*.*(wrong|error|question|query|dispute|correct|unclear|copy)|(wrong|incorrect|duplicate) (invoice|price|charge)",
      "billing (error|question|issue|dispute|problem)|price (difference|error)|credit note (missing|outstanding)",
    ],
  },
  {
    code: "portalFailure",
    demand: "failure",
    label: { de: "Zugang oder Shop geht nicht", en: "Access or shop does not work" },
    addressee: "digital",
    patterns: [
      "passwort|login|zugang\\w*.*(gesperrt|geht nicht|funktioniert nicht)|kein zugang|(shop|portal)\\w*.*(fehler|problem|geht nicht)",
      "password|log ?in|account locked|cannot (access|sign)|(shop|portal|website)\\w*.*(error|problem|down)",
    ],
  },
  {
    code: "missingDocument",
    demand: "failure",
    label: { de: "Unterlage fehlt", en: "Missing document" },
    addressee: "quality",
    patterns: [
      "(zertifikat|zulassung|nachweis|zeugnis|lieferschein|datenblatt|unterlage\\w*|dokument\\w*).*(fehl|nicht (erhalten|beigelegt|dabei))",
      "fehlende\\w* (zertifikat|zulassung|nachweis|lieferschein|datenblatt|unterlage|dokument)",
      "missing (certificate|document|paper|data ?sheet|delivery note)|(certificate|document|delivery note)\\w* missing",
    ],
  },
  {
    code: "defect",
    demand: "failure",
    label: { de: "Reklamation, Mangel, Störung", en: "Complaint, defect, malfunction" },
    addressee: "quality",
    patterns: [
      "reklam|beschwerde|mangel|defekt|kaputt|garantiefall|gewahrleistung|storung|ausfall|funktioniert nicht",
      "complain|defect|broken|faulty|fault\\b|warranty|malfunction|does ?n.?t work|not working|outage|quality (issue|problem)",
    ],
  },
  {
    code: "orderError",
    demand: "failure",
    label: {
      de: "Auftrag falsch erfasst oder nicht bestätigt",
      en: "Order entered wrongly or not confirmed",
    },
    addressee: "orderProcess",
    patterns: [
      "(auftrag|bestellung|auftragsbestatigung).*(falsch|fehlt|fehler|nicht bestatigt|korrektur|doppelt)",
      "order (entry )?(error|wrong|mistake|correction)|order confirmation (missing|wrong)|wrong order|duplicate order",
    ],
  },
  {
    code: "noReply",
    demand: "failure",
    label: { de: "Nachfrage ohne erste Antwort", en: "Second request without a first answer" },
    addressee: "serviceProcess",
    patterns: [
      "ruckruf|nachhaken|nachfassen kunde|nicht erreich|keine (antwort|ruckmeldung)|zweite anfrage|erneute anfrage|mahnt antwort",
      "call ?back|no (reply|answer|response)|second request|chas(e|ing)|repeat(ed)? (call|request|contact)|unanswered",
    ],
  },
  {
    code: "advice",
    demand: "value",
    label: { de: "Beratung", en: "Advice" },
    addressee: "expertLead",
    patterns: [
      "beratung|technisch|technik|auslegung|dimensionier|auswahl|anwendung|produktfrage|machbarkeit|welche[rsn]? ",
      "advice|technical|application|product (question|choice|selection)|selection|feasib|how to|which ",
    ],
  },
  {
    code: "offer",
    demand: "value",
    label: { de: "Offerte", en: "Quotation" },
    addressee: "productAndPrice",
    patterns: [
      "offert|angebot|preisanfrage|preisauskunft",
      "quot(e|ation)|price (request|inquiry|enquiry)|\\brfq\\b|offer",
    ],
  },
  {
    code: "availability",
    demand: "value",
    label: { de: "Verfügbarkeit", en: "Availability" },
    addressee: "digital",
    patterns: ["verfugbar|lagerbestand|lieferbar", "availab|in stock|stock (question|request)"],
  },
  {
    code: "contract",
    demand: "value",
    label: { de: "Vertrag, Konditionen, Start", en: "Contract, terms, start-up" },
    addressee: "insideSalesLead",
    patterns: [
      "vertrag|kondition|neukund|inbetriebnahme|schulung|einweisung|muster|jahresgesprach|bedarfsgesprach|sortiment",
      "contract|terms|onboard|start-?up|training|sample|annual review|needs? (talk|review)|assortment",
    ],
  },
  {
    code: "order",
    demand: "value",
    label: { de: "Bestellung", en: "Order" },
    addressee: "orderProcess",
    patterns: ["bestell|auftrag|nachschub", "\\border|reorder|purchase"],
  },
];

const compiled = demandRules.map((rule) => ({
  rule,
  expressions: rule.patterns.map((pattern) => new RegExp(pattern)),
}));

/** Small letters, no accents, `ss` for ß, camelCase and separators as blanks: so that one pattern fits all spellings. */
export function foldReason(reason: string): string {
  return reason
    .replace(/([a-zäöü])([A-ZÄÖÜ])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9äöü?]+/g, " ")
    .trim();
}

export interface Demand {
  readonly demand: DemandKind;
  /** The rule that recognised it; null where only people did, or nobody. */
  readonly rule: DemandRule | null;
}

/** What a reason stands for. The company's own decision goes first; an empty or unknown reason stays unknown. */
export function demandOf(
  reason: string | null,
  byReason: Readonly<Record<string, "failure" | "value">>,
): Demand {
  if (reason === null) return { demand: "unknown", rule: null };
  const folded = foldReason(reason);
  const rule =
    demandRules.find(({ code }) => code === reason) ??
    compiled.find(({ expressions }) => expressions.some((e) => e.test(folded)))?.rule ??
    null;
  const stated = byReason[reason] ?? statedFolded(byReason).get(folded);
  return { demand: stated ?? rule?.demand ?? "unknown", rule };
}

const foldedStatements = new WeakMap<object, ReadonlyMap<string, "failure" | "value">>();

function statedFolded(byReason: Readonly<Record<string, "failure" | "value">>) {
  const known = foldedStatements.get(byReason);
  if (known !== undefined) return known;
  const folded = new Map(Object.entries(byReason).map(([reason, kind]) => [foldReason(reason), kind]));
  foldedStatements.set(byReason, folded);
  return folded;
}
