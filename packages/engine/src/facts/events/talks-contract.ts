/** Visits, calls, mails, meetings, and the cases that customers open. */
import { account, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";
import { activityChannelColumns, caseChannelColumns } from "./channel-sql.ts";

export const activityStatements: StatementKind = {
  kind: "activities",
  table: "activity_statement",
  folded: "activity_folded",
  key: [source, text("activityKey")],
  attributes: [
    account,
    typed("startedAt", "TIMESTAMP"),
    text("activityType"),
    text("role"),
    text("person"),
    typed("minutes", "DOUBLE"),
    text("initiatedBy"),
    text("reason"),
    text("needField"),
    { field: "channel", sql: "stated_channel", type: "VARCHAR" },
    typed("isSolved", "BOOLEAN"),
    text("subject"),
    typed("nextDate", "DATE"),
  ],
  derived: activityChannelColumns,
  hasPlace: true,
};

export const serviceCaseStatements: StatementKind = {
  kind: "serviceCases",
  table: "service_case_statement",
  folded: "service_case_folded",
  key: [source, text("caseNumber")],
  attributes: [
    account,
    typed("openedAt", "TIMESTAMP"),
    typed("respondedAt", "TIMESTAMP"),
    typed("closedAt", "TIMESTAMP"),
    text("origin"),
    text("reason"),
    text("needField"),
    text("priority"),
    text("status"),
    typed("transfers", "INTEGER"),
    typed("reopenings", "INTEGER"),
    typed("minutes", "DOUBLE"),
    text("role"),
    text("person"),
    typed("isPromiseKept", "BOOLEAN"),
    text("subject"),
  ],
  derived: caseChannelColumns,
  hasPlace: true,
};
