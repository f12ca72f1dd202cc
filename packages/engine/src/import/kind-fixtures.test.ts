import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRecords } from "./csv-records.ts";
import { detectDialect } from "./dialect.ts";
import { proposeMapping } from "./mapping.ts";

const folder = join(import.meta.dirname, "../../../../fixtures/import/kinds/good");

function propose(name: string) {
  const bytes = readFileSync(join(folder, name));
  const result = detectDialect(bytes, { isWholeFile: true });
  if (!result.ok) throw new RangeError(result.refusal.message.en);
  const rows = parseRecords(bytes.toString("utf8"), result.dialect).map((record) => record.cells);
  // Without its name: the columns alone must tell.
  return proposeMapping({ columns: result.dialect.columns, sampleRows: rows });
}

/** Columns that are easily taken for something else. */
const columns: Readonly<Record<string, Record<string, string | readonly string[]>>> = {
  "orderHeaders-sap.csv": {
    orderNumber: "VBELN",
    orderDate: "AUDAT",
    enteredAt: ["ERDAT", "ERZET"],
    enteredBy: "ERNAM",
    entryChannel: "BSARK",
  },
  "orderHeaders-sap-plain.csv": { enteredAt: "ERDAT", enteredBy: "ERNAM", orderType: "AUART" },
  "deliveries-sap.csv": { deliveryNumber: "VBELN", deliveryDate: "WADAT_IST", promisedDate: "LFDAT" },
  "returns-german.csv": { credit: "Betrag", returnDate: "Datum" },
  "activities-salesforce-task.csv": {
    accountKey: "AccountId",
    activityType: "TaskSubtype",
    minutes: "CallDurationInSeconds",
    initiatedBy: "CallType",
  },
  "activities-salesforce-event.csv": { startedAt: "StartDateTime", minutes: "DurationInMinutes" },
  "activities-dynamics-phonecall.csv": { startedAt: "actualstart", minutes: "actualdurationminutes" },
  "activities-german.csv": { startedAt: "Datum", person: "Vertreter", minutes: "Dauer" },
  "activities-bexio.csv": { accountKey: "contact_id", minutes: "duration", person: "user_id" },
  "serviceCases-salesforce.csv": {
    caseNumber: "CaseNumber",
    openedAt: "CreatedDate",
    closedAt: "ClosedDate",
  },
  "serviceCases-dynamics.csv": {
    caseNumber: "ticketnumber",
    origin: "caseorigincode",
    reason: "casetypecode",
  },
  "serviceCases-german.csv": { reason: "Kategorie", minutes: "Aufwand (Min)" },
  "serviceCases-servicenow.csv": { caseNumber: "number", transfers: "reassignment_count" },
  "dunning-sap.csv": { noticeDate: "MADAT", level: "MAHNS", amount: "WRSHB" },
  "costPools-german.csv": { poolCode: "Kostenstelle", role: "Rolle", cost: "Kosten CHF" },
  "costPools-hours.csv": { poolCode: "Role", role: "Role", capacityMinutes: "Capacity (h)" },
  "costPools-attendance.csv": { theoreticalMinutes: "Paid Hours", practicalShare: "Practical Share" },
  "contracts-german.csv": {
    product: "Vertragsart",
    endsOn: "Vertragsende",
    termMonths: "Laufzeit (Monate)",
    value: "Betrag",
    periodMonths: "Zahlungsrhythmus",
  },
  "contracts-insurance.csv": { startedOn: "Beginn", endsOn: "Ablauf", valuePerYear: "Jahresprämie" },
  "contracts-salesforce.csv": { contractNumber: "ContractNumber", termMonths: "ContractTerm" },
  "contracts-sap.csv": { contractNumber: "VBELN", cancelledOn: "VKUEDAT", reason: "VKUEGRU" },
  "contracts-subscriptions.csv": { endsOn: "current_period_end", periodMonths: "interval" },
  "partnerCustomers-english.csv": { partnerKey: "dealer_id", accountKey: "end_customer_id" },
  "surveys-english.csv": { responseKey: "Response ID", answer: "Comment" },
  "insights-german.csv": { evidenceKind: "Quelle", expiresOn: "Gilt bis" },
};

describe("exports of many systems, one small file each", () => {
  it.each(readdirSync(folder))("%s is told by its columns alone", (name) => {
    const proposal = propose(name);
    expect(proposal.kind).toBe(name.split("-")[0]);
    expect(proposal.questions.filter((question) => question.blocking)).toEqual([]);
    expect(proposal.columns).toMatchObject(columns[name] ?? {});
  });
});
