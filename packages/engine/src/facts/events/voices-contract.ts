/** What customers answered, and what people of the company claim to know. */
import { account, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";

export const surveyStatements: StatementKind = {
  kind: "surveys",
  table: "survey_statement",
  folded: "survey_folded",
  key: [source, text("responseKey"), text("question")],
  attributes: [
    account,
    typed("answeredAt", "DATE"),
    typed("score", "DOUBLE"),
    typed("scaleMax", "DOUBLE"),
    text("answer"),
  ],
  hasPlace: true,
};

export const insightStatements: StatementKind = {
  kind: "insights",
  table: "insight_statement",
  folded: "insight_folded",
  key: [source, text("insightKey")],
  attributes: [
    account,
    text("claim"),
    text("evidenceKind"),
    text("strength"),
    text("owner"),
    typed("statedOn", "DATE"),
    typed("expiresOn", "DATE"),
    text("decision"),
  ],
  hasPlace: true,
};
