import { type ImportKind, words } from "./contract.ts";
import { currencyField, field, statedAtField } from "./event-fields.ts";

/** What a role costs in a period and how many minutes it has for it. */
export const costPools: ImportKind = {
  code: "costPools",
  label: { de: "Kostenpools", en: "Cost pools" },
  description: {
    de: "Eine Zeile je Kostenpool und Periode",
    en: "One row per cost pool and period",
  },
  keyFields: ["poolCode", "validFrom"],
  nameAsKey: { key: "poolCode", name: "role", unique: false },
  oneOfGroups: [["capacityMinutes"], ["theoreticalMinutes"]],
  signatureFields: [
    "poolCode",
    "validFrom",
    "validTo",
    "cost",
    "capacityMinutes",
    "theoreticalMinutes",
    "role",
  ],
  fileNameHints: words(
    "costpool kostenpool kostenpools kostentopf kostentoepfe kostenstelle capacity kapazitaet costcenter",
  ),
  tellingFields: ["capacityMinutes", "theoreticalMinutes"],
  precedes: ["costOfGoods", "products", "saleLines"],
  fields: [
    field(
      "poolCode",
      "id",
      ["Kostenpool", "Pool code"],
      ["Kürzel des Kostenpools oder der Kostenstelle", "Code of the pool or cost centre"],
      "pool poolid kostenstelle kostl kst costcenter costcentre costpool kostenpoolnr kostentopf kostentopfnr topf",
      "ID-1",
      { required: true },
    ),
    field(
      "label",
      "text",
      ["Bezeichnung", "Label"],
      ["Name des Kostenpools", "Name of the pool"],
      "bezeichnung name poolname kostenstellenbezeichnung ktext description beschreibung",
      "Innendienst Winterthur",
    ),
    field(
      "role",
      "text",
      ["Rolle", "Role"],
      [
        "Rolle, deren Zeit der Kostenpool bezahlt; ohne sie gilt das Kürzel",
        "Role whose time the pool pays; the code serves where it is absent",
      ],
      "rolle funktion function abteilung department team gruppe group bereich",
      "Innendienst",
      { exampleEn: "inside sales" },
    ),
    field(
      "validFrom",
      "date",
      ["Gültig ab", "Valid from"],
      ["Erster Tag der Periode", "First day of the period"],
      "gueltigab gueltigvon von ab periodevon periodenbeginn beginn startdate startingdate from periodstart datab",
      "01.01.2026",
      { required: true },
    ),
    field(
      "validTo",
      "date",
      ["Gültig bis", "Valid to"],
      ["Letzter Tag der Periode", "Last day of the period"],
      "gueltigbis bis periodebis periodenende ende enddate endingdate to until periodend datbi",
      "31.12.2026",
      { required: true },
    ),
    field(
      "cost",
      "money",
      ["Kosten", "Cost"],
      ["Kosten der ganzen Periode", "Cost of the whole period"],
      "kosten gesamtkosten totalcost costs betrag amount aufwand kostenperiode cost",
      "560000.00",
      { required: true },
    ),
    field(
      "capacityMinutes",
      "minutes",
      ["Kapazität Minuten", "Capacity minutes"],
      [
        "Praktische Kapazität der ganzen Periode; Stunden, wenn die Überschrift es sagt",
        "Practical capacity of the whole period; hours where the header says so",
      ],
      `capacityminutes kapazitaet kapazitaetmin kapazitaetstd kapazitaetstunden capacity capacityhours
      praktischekapazitaet practicalcapacity verfuegbareminuten availableminutes verfuegbarestunden availablehours`,
      "700000",
    ),
    field(
      "theoreticalMinutes",
      "minutes",
      ["Theoretische Minuten", "Theoretical minutes"],
      [
        "Anwesenheit der ganzen Periode; wo keine praktische Kapazität steht, gilt ein Anteil davon",
        "Attendance of the whole period; a share of it counts where no practical capacity is given",
      ],
      `theoretischekapazitaet theoretischestunden theoreticalcapacity theoreticalhours sollminuten sollstunden
      anwesenheit anwesenheitstunden paidminutes paidhours bezahltestunden`,
      "875000",
    ),
    field(
      "practicalShare",
      "percent",
      ["Praktischer Anteil", "Practical share"],
      [
        "Anteil der Anwesenheit, der für Arbeit bleibt, in Prozent oder als Anteil; ohne Angabe 80 %",
        "Share of the attendance that is left for work, in per cent or as a share; 80 % where nothing is said",
      ],
      "praktischeranteil practicalratio auslastbar nutzungsgrad produktivanteil productiveshare",
      "80",
    ),
    currencyField,
    statedAtField,
  ],
};
