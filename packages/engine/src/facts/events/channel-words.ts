import type { EntryChannel } from "./contract.ts";

/**
 * The words by which systems and people name the way in which an order or a case came, in lower case. To teach Kleinod a
 * word, add it here; the first channel with a fitting word holds. Codes are those of SAP's purchase-order types (BSARK)
 * as delivered; companies change them, so a text beside the code is worth more.
 */
export interface ChannelWords {
  readonly channel: EntryChannel;
  /** The text is exactly this. */
  readonly exact: readonly string[];
  /** The text matches this (regular expressions that JavaScript and DuckDB read alike). */
  readonly parts: readonly string[];
}

export const channelWords: readonly ChannelWords[] = [
  {
    channel: "edi",
    exact: ["edi", "dfue", "dfü", "idoc", "ale", "as2", "vmi", "punchout"],
    parts: ["\\bedi\\b", "edifact", "openfactura", "schnittstelle", "interface"],
  },
  {
    channel: "web",
    exact: [
      "web",
      "shop",
      "webshop",
      "online",
      "internet",
      "b2b",
      "b2c",
      "ec",
      "app",
      "portal",
      "self-service",
      "self service",
      "selfservice",
      "eshop",
    ],
    parts: [
      "web",
      "shop",
      "\\bapp\\b",
      "online",
      "internet",
      "portal",
      "e-commerce",
      "ecommerce",
      "chat",
      "self-serv",
      "self serv",
    ],
  },
  {
    channel: "mail",
    exact: ["mail", "e-mail", "email", "fax", "brief", "post", "letter", "schr"],
    parts: ["e-mail", "email", "mail", "telefax", "schriftlich", "brief", "courriel"],
  },
  {
    channel: "phone",
    exact: [
      "telefon",
      "telephone",
      "anruf",
      "tel",
      "tel.",
      "tele",
      "phone",
      "call",
      "ivr",
      "fon",
      "mündlich",
    ],
    parts: ["telef", "telep", "phone", "anruf", "hotline", "call", "mobile", "handy"],
  },
  {
    channel: "field",
    exact: ["field", "aussendienst", "besuch", "adm", "besu", "visit", "ad", "auss"],
    parts: ["besuch", "aussendienst", "außendienst", "visit", "field", "vor ort", "onsite", "vertreter"],
  },
  {
    channel: "counter",
    exact: ["counter", "theke", "schalter", "pos", "bar", "abholung", "pickup"],
    parts: [
      "theke",
      "schalter",
      "\\bladen",
      "filiale",
      "counter",
      "walk-in",
      "walk in",
      "abhol",
      "tresen",
      "showroom",
      "in person",
    ],
  },
  {
    channel: "partner",
    exact: ["partner", "händler", "dealer", "vad"],
    parts: [
      "partner",
      "händler",
      "haendler",
      "dealer",
      "reseller",
      "agentur",
      "makler",
      "broker",
      "vermittler",
    ],
  },
];

/** Users that are machines, by a part of their name in upper case, with the channel that they bring; the first holds. */
export const machineUsers: readonly { readonly channel: EntryChannel; readonly pattern: string }[] = [
  {
    channel: "web",
    pattern:
      "(^|[^A-Z])(WEB|SHOP|B2B|B2C|ECOM|PORTAL|ONLINE|APP)([^A-Z]|$)|WEB-?(SHOP|USER|ORDER|STORE)|ESHOP|SHOPUSER|E-?COMMERCE",
  },
  {
    channel: "edi",
    pattern: "(^|[^A-Z])(EDI|ALE|IDOC|RFC|DFUE|AS2|VMI)([^A-Z]|$)|EDI(FACT|BATCH|USER)|RFCUSER|ALEREMOTE",
  },
  {
    channel: "edi",
    pattern:
      "(^|[^A-Z])(BATCH|SYSTEM|SYS|JOB|ROBOT|BOT|SERVICE|INTERFACE|CPIC|DDIC)([^A-Z]|$)|BATCH(USER|JOB)",
  },
];

/** Order types whose name tells the channel, by a part of it in upper case. */
export const channelOrderTypes: readonly { readonly channel: EntryChannel; readonly pattern: string }[] = [
  { channel: "web", pattern: "WEB|SHOP|ONLINE|PORTAL" },
  { channel: "edi", pattern: "EDI|(^|[^A-Z])(VMI|LP|LK)([^A-Z]|$)|LIEFERPLAN" },
  { channel: "counter", pattern: "(^|[^A-Z])(BV|CS|POS)([^A-Z]|$)|BARVERKAUF|CASH|THEKE|ABHOL" },
  { channel: "phone", pattern: "TELEF|PHONE" },
  { channel: "field", pattern: "AUSSENDIENST|FIELD" },
];
