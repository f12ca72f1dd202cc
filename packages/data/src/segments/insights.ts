/** The insight ledger: what people entered, what files brought, and what surveys say. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import type {
  Insight,
  InsightChange,
  InsightInput,
  InsightList,
  SurveyFact,
} from "@kleinod/engine/segments/insights/contract.ts";
import {
  archiveMonths,
  insightState,
  insightYield,
  knownStrength,
  usualStrength,
} from "@kleinod/engine/segments/insights/life.ts";
import {
  importedInsightsSql,
  surveyAnswersSql,
  surveySumsSql,
} from "@kleinod/engine/segments/insights/sql.ts";
import { type SurveySums, surveyFact } from "@kleinod/engine/segments/insights/survey-fact.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all } from "../duckdb/connect.ts";
import { columnsOfTable } from "../measures/reports/columns-of-table.ts";
import { mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import {
  addDecision,
  addInsight,
  addInsightVersion,
  type InsightText,
  readDecisions,
  readInsights,
  readInsightVersion,
  type StoredDecision,
  type StoredInsight,
  undoDecision,
} from "./insight-store.ts";
import { readParameters } from "./read-parameters.ts";

type TextChange = Omit<InsightChange, "addDecision" | "removeDecision" | "restoreVersion">;
type Answer = { readonly ok: true; readonly insight: Insight } | Refused;

/** Live insights, newest first; on request expired and archived ones too. Surveys come as facts. */
export async function listInsights(workspace: Workspace, withExpired = false): Promise<InsightList> {
  const today = workspace.today() as PlainDate;
  const every = await everyInsight(workspace);
  const facts = await workspace.read(surveyFacts);
  const shown = withExpired ? every : every.filter(({ state }) => state === "live");
  return {
    today,
    insights: shown,
    facts,
    hidden: every.length - shown.length,
    yield: insightYield(every, monthsBefore(today, archiveMonths)),
  };
}

async function everyInsight(workspace: Workspace): Promise<Insight[]> {
  const records = await workspace.records();
  const decisions = await readDecisions(records);
  const entered = (await readInsights(records)).filter(({ isDeleted }) => !isDeleted);
  const imported = await workspace.read(importedInsights);
  const insights = [
    ...entered.map((stored) => enteredInsight(stored, decisions, workspace)),
    ...imported.map((row) => importedInsight(row, decisions, workspace)),
  ];
  return insights.sort((a, b) => compare(b.statedOn ?? "", a.statedOn ?? ""));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function enteredInsight(
  stored: StoredInsight,
  decisions: readonly StoredDecision[],
  workspace: Pick<Workspace, "today">,
): Insight {
  const { number, version, statedOn, isDeleted: _isDeleted, ...text } = stored;
  const id = `i${number}`;
  return withState(
    { id, version, origin: "entered", ...text, statedOn, decisions: decisionsOf(id, decisions) },
    workspace,
  );
}

interface ImportedRow {
  readonly source: string;
  readonly key: string;
  readonly claim: string;
  readonly evidenceKind: string | null;
  readonly strength: string | null;
  readonly owner: string | null;
  readonly statedOn: string | null;
  readonly expiresOn: string | null;
  readonly decision: string | null;
}

function importedInsight(
  { source, key, claim, evidenceKind, strength, owner, statedOn, expiresOn, decision }: ImportedRow,
  decisions: readonly StoredDecision[],
  workspace: Pick<Workspace, "today">,
): Insight {
  const id = `f:${source}:${key}`;
  const own =
    decision === null || decision === ""
      ? []
      : [{ id: `${id}:file`, text: decision, decidedOn: null, author: owner ?? source }];
  return withState(
    {
      id,
      version: 0,
      origin: "file",
      claim,
      evidenceKind: evidenceKind ?? "crmData",
      strength: knownStrength(strength),
      owner,
      source,
      statedOn,
      expiresOn,
      decisions: [...own, ...decisionsOf(id, decisions)],
    },
    workspace,
  );
}

function decisionsOf(id: string, decisions: readonly StoredDecision[]): Insight["decisions"] {
  return decisions
    .filter(({ insight }) => insight === id)
    .map(({ id: number, text, decidedOn, author }) => ({ id: number, text, decidedOn, author }));
}

function withState(insight: Omit<Insight, "state">, { today }: Pick<Workspace, "today">): Insight {
  const day = today() as PlainDate;
  return { ...insight, state: insightState(insight, day, monthsBefore(day, archiveMonths)) };
}

/** A claim and its kind are enough: a conversation is noted in one minute. */
export async function addNewInsight(
  workspace: Workspace,
  input: InsightInput,
  author: string,
): Promise<Answer> {
  const today = workspace.today();
  const { claim, evidenceKind, strength, owner, expiresOn, source } = input;
  if (expiresOn !== undefined && expiresOn < today) return expiredAlready(expiresOn, today);
  const text: InsightText = {
    claim,
    evidenceKind,
    strength: strength ?? usualStrength(evidenceKind),
    owner: owner ?? author,
    source: source ?? null,
    expiresOn: expiresOn ?? (await usualExpiry(workspace)),
  };
  const number = await addInsight(await workspace.records(), text, today, author);
  return insightOf(workspace, `i${number}`);
}

async function usualExpiry(workspace: Workspace): Promise<string> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const months = Number(parameters.find(({ code }) => code === "insights.expiryMonths")?.value);
  return monthsBefore(workspace.today() as PlainDate, -months);
}

/** Changes what an insight says, adds or takes away a decision, or goes back to an earlier version. */
export async function changeInsight(
  workspace: Workspace,
  id: string,
  change: InsightChange,
  author: string,
): Promise<Answer> {
  const records = await workspace.records();
  const { addDecision: decision, removeDecision, restoreVersion, ...texts } = change;
  const isText = restoreVersion !== undefined || Object.values(texts).some((value) => value !== undefined);
  const stored = (await readInsights(records)).find(({ number }) => `i${number}` === id);
  const isShown = (await everyInsight(workspace)).some((insight) => insight.id === id);
  // Everything is checked before anything is written.
  if (stored === undefined && !isShown) return unknownInsight(id);
  if (isText && stored === undefined) return fromFile(id);
  const removed = (await readDecisions(records)).find(
    (one) => one.id === removeDecision && one.insight === id,
  );
  if (removeDecision !== undefined && removed === undefined) return unknownDecision(removeDecision, id);
  if (isText && stored !== undefined) {
    const base =
      restoreVersion === undefined
        ? stored
        : await readInsightVersion(records, stored.number, restoreVersion);
    if (base === null) return unknownVersion(id, restoreVersion, stored.version);
    await addInsightVersion(records, stored, mergedText(base, texts), false, author);
  }
  if (removed !== undefined) await undoDecision(records, removed, author);
  if (decision !== undefined) {
    const decidedOn = decision.decidedOn ?? workspace.today();
    await addDecision(records, { insight: id, text: decision.text, decidedOn, author });
  }
  return insightOf(workspace, id);
}

function mergedText(base: InsightText, texts: TextChange): InsightText {
  return {
    claim: texts.claim ?? base.claim,
    evidenceKind: texts.evidenceKind ?? base.evidenceKind,
    strength: texts.strength ?? base.strength,
    owner: texts.owner ?? base.owner,
    source: texts.source === undefined ? base.source : texts.source,
    expiresOn: texts.expiresOn ?? base.expiresOn,
  };
}

/** Takes an insight away and returns it as it was; changing it with `restoreVersion` brings it back. */
export async function deleteInsight(workspace: Workspace, id: string, author: string): Promise<Answer> {
  const records = await workspace.records();
  const stored = (await readInsights(records)).find(
    ({ number, isDeleted }) => `i${number}` === id && !isDeleted,
  );
  if (stored === undefined) return id.startsWith("f:") ? fromFile(id) : unknownInsight(id);
  const insight = enteredInsight(stored, await readDecisions(records), workspace);
  await addInsightVersion(records, stored, stored, true, author);
  return { ok: true, insight };
}

async function insightOf(workspace: Workspace, id: string): Promise<Answer> {
  const insight = (await everyInsight(workspace)).find((one) => one.id === id);
  return insight === undefined ? unknownInsight(id) : { ok: true, insight };
}

async function importedInsights(connection: DuckDBConnection): Promise<ImportedRow[]> {
  const columns = await columnsOfTable(connection, "insight_current");
  return columns.size === 0 ? [] : all<ImportedRow>(connection, importedInsightsSql());
}

async function surveyFacts(connection: DuckDBConnection): Promise<SurveyFact[]> {
  if ((await columnsOfTable(connection, "survey_current")).size === 0) return [];
  const sums = await all<SurveySums>(connection, surveySumsSql());
  const answers = await all<{ question: string; answer: string; count: number }>(
    connection,
    surveyAnswersSql(),
  );
  return sums.map((one) =>
    surveyFact(
      one,
      answers
        .filter(({ question }) => question === one.question)
        .map(({ answer, count }) => ({ answer, count })),
    ),
  );
}

const unknownInsight = (id: string) =>
  refused("unknownInsight", `Es gibt keine Erkenntnis ${id}.`, `There is no insight ${id}.`);

const unknownDecision = (decision: string, id: string) =>
  refused(
    "unknownDecision",
    `Die Erkenntnis ${id} hat keinen Entscheid ${decision}.`,
    `Insight ${id} has no decision ${decision}.`,
  );

const unknownVersion = (id: string, version: number | undefined, newest: number) =>
  refused(
    "unknownInsight",
    `Die Erkenntnis ${id} hat keine Fassung ${version}; es gibt 1 bis ${newest}.`,
    `Insight ${id} has no version ${version}; there are 1 to ${newest}.`,
  );

const fromFile = (id: string) =>
  refused(
    "insightFromFile",
    `Die Erkenntnis ${id} stammt aus einer Datei; ändern Sie sie dort und importieren Sie neu. Entscheide lassen sich anfügen.`,
    `Insight ${id} comes from a file; change it there and import again. Decisions can be added.`,
  );

const expiredAlready = (expiresOn: string, today: string) =>
  refused(
    "valueNotAllowed",
    `Das Ablaufdatum ${expiresOn} liegt vor heute (${today}).`,
    `The day of expiry ${expiresOn} is before today (${today}).`,
  );
