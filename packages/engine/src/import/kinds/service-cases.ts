import { type ImportKind, words } from "./contract.ts";
import { accountField, field, needField, personField, roleField, statedAtField } from "./event-fields.ts";

/** What customers came with: one row per case, or one per state of a case (event logs), the latest holds. */
export const serviceCases: ImportKind = {
  code: "serviceCases",
  label: { de: "Servicefälle", en: "Service cases" },
  description: {
    de: "Eine Zeile je Fall oder je Stand eines Falls",
    en: "One row per case, or per state of a case",
  },
  keyFields: ["caseNumber"],
  oneOfGroups: [],
  signatureFields: ["openedAt", "closedAt", "origin", "transfers", "reopenings", "priority", "status"],
  fileNameHints: words("case ticket incident serviceclaim fall stoerung qmel meldung helpdesk support"),
  tellingFields: [
    "closedAt",
    "respondedAt",
    "origin",
    "transfers",
    "reopenings",
    "isPromiseKept",
    "caseNumber",
  ],
  precedes: ["customers", "contacts", "saleLines", "products", "activities"],
  fields: [
    field(
      "caseNumber",
      "id",
      ["Fallnummer", "Case number"],
      ["Nummer des Falls", "Number of the case"],
      `ticketnumber ticketno ticketnr ticketid ticket caseno caseid case incidentnumber incidentid incident qmnum
      meldungsnr meldung fallnr fallid fall vorgangsnr servicenr anfragenr requestid issueid number nummer nr id`,
      "C-30211",
      { required: true },
    ),
    accountField,
    field(
      "openedAt",
      "dateTime",
      ["Eröffnet", "Opened at"],
      ["Wann der Fall aufkam", "When the case came up"],
      `eroeffnetam eroeffnet opened openedon opendate opentime createddate createdon createdat created erstelltam erfasstam
      gemeldetam reportedat qmdat erdat mzeit eingang eingangsdatum datum date uhrzeit`,
      "29.02.2016 01:16",
      { required: true, joinWith: " " },
    ),
    field(
      "respondedAt",
      "dateTime",
      ["Erste Antwort", "Responded at"],
      ["Wann der Kunde die erste Antwort hatte", "When the customer had the first answer"],
      `ersteantwort antwortam firstresponseat firstresponse firstresponsetime firstresponsesenton firstreply
      responsedate beantwortetam respondedon`,
      "29.02.2016 08:53",
    ),
    field(
      "closedAt",
      "dateTime",
      ["Geschlossen", "Closed at"],
      ["Wann der Fall erledigt war", "When the case was done"],
      `closeddate closedon closed closedate geschlossenam geschlossen abgeschlossenam erledigtam resolvedat resolvedon
      resolutiondate solvedat qmdab ausbs enddate`,
      "05.03.2016 12:00",
    ),
    field(
      "origin",
      "text",
      ["Eingang über", "Origin"],
      ["Wie der Fall kam: Telefon, Mail, Portal …", "How the case came: telephone, mail, portal …"],
      `caseorigin caseorigincode origincode eingangskanal meldekanal herkunft contacttype kontaktart channel kanal
      source quelle via`,
      "Telefon",
      { exampleEn: "phone" },
    ),
    field(
      "reason",
      "text",
      ["Grund", "Reason"],
      [
        "Worum es ging: Reklamation, Rückfrage, Lieferung …",
        "What it was about: complaint, question, delivery …",
      ],
      `casereason usymptom symptom anliegen meldegrund problem problemtype issuetype category kategorie casetypecode
      casetype ursache qmcod type typ art`,
      "Lieferung verspätet",
      { exampleEn: "delivery late" },
    ),
    needField,
    field(
      "priority",
      "text",
      ["Priorität", "Priority"],
      ["Dringlichkeit, wie das System sie führt", "Urgency as the system keeps it"],
      "prioritycode prioritaet prio priok urgency dringlichkeit severity",
      "3",
    ),
    field(
      "status",
      "text",
      ["Status", "Status"],
      ["Stand, wie das System ihn führt", "State as the system keeps it"],
      "incidentstate state statuscode statecode stand zustand",
      "geschlossen",
      { exampleEn: "closed" },
    ),
    field(
      "transfers",
      "integer",
      ["Weitergaben", "Transfers"],
      ["Wie oft der Fall die Hand wechselte", "How often the case changed hands"],
      `reassignmentcount reassignments numberoftransfers transfercount weitergabe weiterleitungen anzahlweiterleitungen
      uebergaben handovers escalations`,
      "2",
    ),
    field(
      "reopenings",
      "integer",
      ["Wiedereröffnungen", "Reopenings"],
      ["Wie oft der Fall von neuem begann", "How often the case began anew"],
      "reopencount reopens reopened numberofreopenings wiedereroeffnet wiedereroeffnung",
      "0",
    ),
    field(
      "minutes",
      "minutes",
      ["Minuten", "Minutes"],
      [
        "Aufgewendete Zeit, nicht die Laufzeit; Stunden oder Sekunden, wenn die Überschrift es sagt",
        "Time spent, not the time it was open; hours or seconds where the header says so",
      ],
      `aufwand aufwandminuten aufwandmin bearbeitungszeit zeitaufwand handlingtime timespent worktime timeworked effort
      actualserviceunits billedtime arbeitszeit handlingminutes aufwandstunden handlingseconds`,
      "35",
    ),
    roleField,
    personField,
    field(
      "isPromiseKept",
      "boolean",
      ["Zusage gehalten", "Promise kept"],
      [
        "Ob die zugesagte Zeit eingehalten wurde, wie das System es führt",
        "Whether the promised time was kept, as the system says",
      ],
      "madesla slamet sla slaeingehalten termineingehalten insla withinsla zusageeingehalten",
      "ja",
    ),
    field(
      "subject",
      "text",
      ["Betreff", "Subject"],
      ["Betreff oder kurzer Text", "Subject or short text"],
      "betreff titel title qmtxt shortdescription kurztext beschreibung description text summary",
      "Lieferung 80001234 fehlt",
    ),
    statedAtField,
  ],
};
