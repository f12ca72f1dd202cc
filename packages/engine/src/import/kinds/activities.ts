import { type EnumValue, type ImportKind, words } from "./contract.ts";
import { accountField, field, needField, personField, roleField, statedAtField } from "./event-fields.ts";

export const activityTypeValues: readonly EnumValue[] = [
  {
    code: "expert",
    label: { de: "Fachberatung", en: "Expert advice" },
    pattern: "fachberat|spezialist|expert|techn|anwendungsberat|engineering|schulung|training|demo",
  },
  {
    code: "visit",
    label: { de: "Besuch", en: "Visit" },
    pattern: "besuch|visit|vor ort|onsite|on-site|aussendienst|visite",
  },
  {
    code: "call",
    label: { de: "Anruf", en: "Call" },
    pattern: "anruf|telefon|telefonat|phone|call|appel|rückruf",
  },
  {
    code: "mail",
    label: { de: "E-Mail", en: "Mail" },
    pattern: "mail|brief|letter|fax|chat|nachricht|message|schreiben",
  },
  {
    code: "meeting",
    label: { de: "Sitzung", en: "Meeting" },
    pattern: "sitzung|besprech|meeting|termin|appointment|event|konferenz|teams|zoom|web ?conf|réunion",
  },
  {
    code: "other",
    label: { de: "anderes", en: "Other" },
    pattern: "^(?:other|andere.*|sonst.*|task|aufgabe|to-?do|notiz|note)$",
  },
];

export const initiatedByValues: readonly EnumValue[] = [
  {
    code: "customer",
    label: { de: "Kunde", en: "customer" },
    pattern: "inbound|incoming|eingehend|eingang|kunde|customer|client|^in$|^ein$|^false$",
  },
  {
    code: "us",
    label: { de: "wir", en: "us" },
    pattern: "outbound|outgoing|ausgehend|ausgang|^wir$|^us$|^we$|firma|company|internal|^out$|^aus$|^true$",
  },
];

/** Visits, calls, mails and meetings, with the minutes where the system logs them. */
export const activities: ImportKind = {
  code: "activities",
  label: { de: "Aktivitäten", en: "Activities" },
  description: {
    de: "Eine Zeile je Besuch, Anruf, Mail oder Sitzung",
    en: "One row per visit, call, mail or meeting",
  },
  keyFields: ["activityKey"],
  oneOfGroups: [],
  signatureFields: ["startedAt", "activityType", "minutes", "person", "subject", "initiatedBy"],
  fileNameHints: words(
    "activit aktivitaet besuch visit call anruf task event phonecall appointment timesheet zeit",
  ),
  tellingFields: ["activityType", "minutes", "activityKey", "initiatedBy"],
  precedes: ["customers", "contacts", "saleLines", "products"],
  fields: [
    field(
      "activityKey",
      "id",
      ["Aktivitätsnummer", "Activity key"],
      [
        "Nummer der Aktivität; ohne sie gelten Kunde, Zeit, Art, Person und Betreff als Schlüssel",
        "Key of the activity; without it customer, time, type, person and subject serve as key",
      ],
      "activityid aktivitaetsnr aktivitaetid aktivitaetsid taskid eventid visitid callid besuchsnr anrufid objectid id nr",
      "A-70012",
    ),
    accountField,
    field(
      "startedAt",
      "dateTime",
      ["Beginn", "Started at"],
      ["Tag und, wo bekannt, Uhrzeit", "Day and, where known, time"],
      `startdatetime actualstart scheduledstart starttime startzeit startdate activitydate activitydatetime
      beginn besuchsdatum besuchsdat visitdate calldate anrufdatum datum date completeddatetime actualend scheduledend
      createdon createddate erstelltam erdat uhrzeit zeit zeitpunkt time`,
      "31.01.2026 13:15",
      { required: true, joinWith: " " },
    ),
    field(
      "activityType",
      "enum",
      ["Art der Aktivität", "Activity type"],
      [
        "Besuch, Anruf, Mail, Sitzung, Fachberatung oder anderes",
        "Visit, call, mail, meeting, expert advice or other",
      ],
      `activitytypecode aktivitaetsart aktivitaetstyp activitytype tasksubtype eventsubtype kontaktart contacttype
      besuchsart vorgangsart activity aktivitaet art typ type`,
      "Besuch",
      { exampleEn: "visit", values: activityTypeValues, otherwise: "other" },
    ),
    roleField,
    personField,
    field(
      "minutes",
      "minutes",
      ["Minuten", "Minutes"],
      [
        "Dauer; Stunden oder Sekunden, wenn die Überschrift es sagt",
        "Duration; hours or seconds where the header says so",
      ],
      `actualdurationminutes durationinminutes calldurationinseconds durationminutes
      durationseconds durationhours scheduleddurationminutes dauer dauermin dauerinminuten dauerminuten dauerstunden
      duration zeitaufwand aufwand gespraechsdauer effort timespent stunden hours`,
      "25",
    ),
    field(
      "initiatedBy",
      "enum",
      ["Anlass von", "Initiated by"],
      ["Ob der Kunde oder wir den Kontakt suchten", "Whether the customer or we sought the contact"],
      "directioncode richtung direction calltype initiator initiatedby ausgeloestvon veranlasstvon angestossenvon",
      "Kunde",
      { exampleEn: "customer", values: initiatedByValues },
    ),
    field(
      "reason",
      "text",
      ["Grund", "Reason"],
      ["Worum es dem Kunden ging", "What the customer wanted"],
      "anliegen zweck purpose besuchsgrund anrufgrund callreason ergebnisgrund calldisposition anlass",
      "Lieferrückstand",
      { exampleEn: "late delivery" },
    ),
    needField,
    field(
      "channel",
      "text",
      ["Kanal", "Channel"],
      [
        "Telefon, Mail, vor Ort; ohne Spalte folgt er aus der Art",
        "Telephone, mail, on site; follows from the type without a column",
      ],
      "kanal kontaktkanal medium contactchannel",
      "Aussendienst",
      { exampleEn: "field" },
    ),
    field(
      "isSolved",
      "boolean",
      ["Gelöst", "Solved"],
      ["Ob das Anliegen damit erledigt war", "Whether that settled the matter"],
      "geloest erledigt solved resolved abgeschlossen iscompleted isclosed",
      "ja",
    ),
    field(
      "subject",
      "text",
      ["Betreff", "Subject"],
      ["Betreff oder kurzer Text", "Subject or short text"],
      "betreff titel title notiz notizen text beschreibung description bemerkung kommentar comment memo",
      "Nachfrage Lieferung 80001234",
    ),
    field(
      "nextDate",
      "date",
      ["Nächster Kontakt", "Next date"],
      ["Vereinbarter nächster Tag", "Agreed next day"],
      "naechsterkontakt wiedervorlage followup followupdate nextcontact nextstepdate nextactivitydate",
      "14.02.2026",
    ),
    statedAtField,
  ],
};
