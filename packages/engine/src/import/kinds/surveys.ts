import { type ImportKind, words } from "./contract.ts";
import { accountField, field, statedAtField } from "./event-fields.ts";

export const surveys: ImportKind = {
  code: "surveys",
  label: { de: "Umfragen", en: "Surveys" },
  description: { de: "Eine Zeile je Antwort auf eine Frage", en: "One row per answer to a question" },
  keyFields: ["responseKey", "question"],
  oneOfGroups: [["score"], ["answer"]],
  signatureFields: ["responseKey", "question", "score", "answer", "answeredAt"],
  fileNameHints: words("survey umfrage befragung feedback nps response antwort zufriedenheit"),
  tellingFields: ["score", "answer", "question", "responseKey"],
  precedes: ["customers", "contacts", "saleLines"],
  fields: [
    field(
      "responseKey",
      "id",
      ["Antwortnummer", "Response key"],
      [
        "Nummer der ausgefüllten Umfrage; ohne sie gelten Kunde und Tag als Schlüssel",
        "Key of the response; without it customer and day serve as key",
      ],
      "responseid respondentid respondent antwortid antwortnr teilnehmer teilnehmerid feedbackid surveyresponseid id nr",
      "U-501",
    ),
    accountField,
    field(
      "answeredAt",
      "date",
      ["Beantwortet am", "Answered at"],
      ["Tag der Antwort", "Day of the answer"],
      "beantwortetam antwortdatum answeredon responsedate submittedat completedat submitdate datum date timestamp zeitstempel",
      "10.02.2026",
    ),
    field(
      "question",
      "text",
      ["Frage", "Question"],
      ["Wortlaut oder Kürzel der Frage", "Wording or code of the question"],
      "frage fragetext questiontext fragenr questionid item",
      "Wie zufrieden sind Sie mit der Erreichbarkeit?",
    ),
    field(
      "score",
      "quantity",
      ["Punktzahl", "Score"],
      ["Bewertung als Zahl", "Rating as a number"],
      "punktzahl punkte bewertung note rating nps npsscore csat score zufriedenheit wert",
      "8",
    ),
    field(
      "scaleMax",
      "quantity",
      ["Höchste Punktzahl", "Scale maximum"],
      ["Höchster Wert der Skala", "Highest value of the scale"],
      "skala skalamax maximum maxscore scale scalemax",
      "10",
    ),
    field(
      "answer",
      "text",
      ["Antwort", "Answer"],
      ["Antwort in Worten", "Answer in words"],
      "antwort antworttext kommentar comment freitext verbatim feedback text",
      "Rückruf dauerte zwei Tage",
    ),
    statedAtField,
  ],
};
