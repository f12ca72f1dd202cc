/** The decision record: what was decided on which figures, and what the figures say at its review. */
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Decision,
  type DecisionFigures,
  type DecisionInput,
  type DecisionList,
  type ReviewInput,
  storedDecisionSchema,
  storedReviewSchema,
} from "@kleinod/engine/programme/decisions/decision-contract.ts";
import {
  byUrgency,
  compareDecision,
  decisionState,
  decisionsSentence,
  dueDay,
} from "@kleinod/engine/programme/decisions/decision-life.ts";
import { customerTable } from "../../segments/segment-columns.ts";
import { figuresOf } from "../../segments/segment-preview.ts";
import { readSegments, type StoredSegment } from "../../segments/segment-store.ts";
import type { WorkspaceReportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { addEntry, readRegister, setEntryUndone, unknownEntry } from "../register.ts";
import { membersOf, type SmallMembers, smallMembers } from "../small-members.ts";

type Answer = { readonly ok: true; readonly decisions: DecisionList } | Refused;

/** Decisions that hold, the overdue first, each with figures of then and now. Without data they come without figures. */
export async function listDecisions(
  workspace: Workspace,
  context: WorkspaceReportContext | null,
): Promise<DecisionList> {
  const records = await workspace.records();
  const today = workspace.today();
  const entries = await readRegister(records, "decision", storedDecisionSchema);
  const reviews = await readRegister(records, "review", storedReviewSchema);
  const stored = await readSegments(records);
  const { members, now } =
    context === null
      ? { members: [], now: new Map<string, DecisionFigures>() }
      : await workspace.read((connection) =>
          figuresNow(connection, context, stored, [
            ...new Set(entries.map(({ content }) => content.segment)),
          ]),
        );
  const decisions = entries.map(({ content: { root, ...content }, ...entry }): Decision => {
    const own = reviews
      .filter((review) => review.content.decision === (root ?? entry.id))
      .map(({ id, content: { decision: _decision, ...review } }) => ({ id, ...review }));
    const dueOn = dueDay(content.reviewOn, own);
    const current = now.get(content.segment) ?? null;
    return {
      ...content,
      ...entry,
      segmentName: membersOf(members, content.segment).name,
      snapshotId: content.figures?.snapshotId ?? null,
      state: decisionState(dueOn, today),
      dueOn,
      comparison:
        content.figures === null || current === null ? null : compareDecision(content.figures, current),
      reviews: own,
    };
  });
  decisions.sort(byUrgency);
  return {
    today,
    currency: context?.currency ?? null,
    decisions,
    overdue: decisions.filter(({ state }) => state === "overdue").length,
    due: decisions.filter(({ state }) => state === "due").length,
    sentence: decisionsSentence(decisions),
  };
}

/** Figures of some segments of small customers who bought in the 12 months of the snapshot, in one pass. */
async function figuresNow(
  connection: DuckDBConnection,
  context: WorkspaceReportContext,
  stored: readonly StoredSegment[],
  segments: readonly string[],
): Promise<{ members: SmallMembers[]; now: Map<string, DecisionFigures> }> {
  const members = await smallMembers(connection, context, stored);
  const running = segments.flatMap((code) => {
    const { sql } = membersOf(members, code);
    return sql === null ? [] : [{ code, sql }];
  });
  if (running.length === 0) return { members, now: new Map() };
  const { figures } = await figuresOf(
    connection,
    await customerTable(connection, context.snapshotTable),
    running.map(({ sql }, index) => ({
      key: `d${index}`,
      sql: `size_class = 'small' AND sales_last12_cents > 0 AND (${sql})`,
    })),
  );
  const { asOf, snapshotId } = context;
  return {
    members,
    now: new Map(
      running.map(({ code }, index) => {
        const { customers, salesCents, avoidableContributionCents, minutes } = figures[index]!;
        const row = {
          asOf,
          snapshotId,
          customers,
          salesCents,
          contributionCents: avoidableContributionCents,
          minutes,
        };
        return [code, row];
      }),
    ),
  };
}

/** Puts a decision on record, with the figures of its segment on the snapshot of the day. */
export async function addDecision(
  workspace: Workspace,
  context: WorkspaceReportContext | null,
  { corrects, decidedOn, ...input }: DecisionInput,
  author: string,
): Promise<Answer> {
  const today = workspace.today();
  const day = decidedOn ?? today;
  if (day > today) return notYet("decidedOn", day, today);
  if (input.reviewOn <= day) {
    return refused(
      "valueNotAllowed",
      `reviewOn ist ${input.reviewOn}; erlaubt ist nach dem Tag des Entscheids, ${day}.`,
      `reviewOn is ${input.reviewOn}; allowed is after the day of the decision, ${day}.`,
    );
  }
  const records = await workspace.records();
  const stored = await readSegments(records);
  const found =
    context === null
      ? null
      : await workspace.read((connection) => figuresNow(connection, context, stored, [input.segment]));
  if (found?.members.every(({ code }) => code !== input.segment)) {
    const known = found.members.map(({ code }) => code).join(", ");
    return refused(
      "unknownSegment",
      `Es gibt kein geltendes Segment «${input.segment}»; erlaubt sind: ${known}.`,
      `There is no active segment "${input.segment}"; allowed are: ${known}.`,
    );
  }
  const before = corrects === undefined ? null : await decisionEntry(workspace, corrects);
  // A correction of words keeps the figures of the day on which it was decided.
  const isSameSegment = before !== null && before.content.segment === input.segment;
  const figures = isSameSegment ? before.content.figures : (found?.now.get(input.segment) ?? null);
  const root = before === null ? null : (before.content.root ?? before.id);
  const content = { ...input, decidedOn: day, figures, root };
  const added = await addEntry(records, { register: "decision", content, corrects, author });
  return added.ok ? { ok: true, decisions: await listDecisions(workspace, context) } : added;
}

const notYet = (field: string, day: string, today: string) =>
  refused(
    "valueNotAllowed",
    `${field} ist ${day}; erlaubt ist bis heute, ${today}.`,
    `${field} is ${day}; allowed is up to today, ${today}.`,
  );

async function decisionEntry(workspace: Workspace, id: number) {
  const entries = await readRegister(await workspace.records(), "decision", storedDecisionSchema);
  return entries.find((entry) => entry.id === id) ?? null;
}

/** Notes what was found at the review, with the figures of the day. */
export async function addReview(
  workspace: Workspace,
  context: WorkspaceReportContext | null,
  id: number,
  { verdict, note, by, nextReviewOn }: ReviewInput,
  author: string,
): Promise<Answer> {
  const decision = await decisionEntry(workspace, id);
  if (decision === null) return unknownEntry(id);
  const today = workspace.today();
  if (nextReviewOn !== undefined && nextReviewOn <= today) {
    return refused(
      "valueNotAllowed",
      `nextReviewOn ist ${nextReviewOn}; erlaubt ist nach heute, ${today}.`,
      `nextReviewOn is ${nextReviewOn}; allowed is after today, ${today}.`,
    );
  }
  const records = await workspace.records();
  const { segment } = decision.content;
  const stored = await readSegments(records);
  const found =
    context === null
      ? null
      : await workspace.read((connection) => figuresNow(connection, context, stored, [segment]));
  const content = {
    decision: decision.content.root ?? id,
    verdict,
    note,
    by: by ?? author,
    reviewedOn: today,
    nextReviewOn: nextReviewOn ?? null,
    figures: found?.now.get(segment) ?? null,
  };
  const added = await addEntry(records, { register: "review", content, author });
  return added.ok ? { ok: true, decisions: await listDecisions(workspace, context) } : added;
}

/** Takes a decision back, or brings it back; one that was reviewed has had its consequences and stays. */
export async function setDecisionUndone(
  workspace: Workspace,
  context: WorkspaceReportContext | null,
  id: number,
  isUndone: boolean,
  author: string,
): Promise<Answer> {
  const records = await workspace.records();
  const reviews = await readRegister(records, "review", storedReviewSchema);
  if (isUndone && reviews.some(({ content }) => content.decision === id)) {
    return refused(
      "decisionReviewed",
      "Der Entscheid wurde schon überprüft und bleibt stehen; nehmen Sie zuerst die Überprüfung zurück.",
      "The decision was reviewed and stays; take the review back first.",
    );
  }
  const done = await setEntryUndone(records, { register: "decision", id, author }, isUndone);
  return done.ok ? { ok: true, decisions: await listDecisions(workspace, context) } : done;
}

export async function setReviewUndone(
  workspace: Workspace,
  context: WorkspaceReportContext | null,
  id: number,
  isUndone: boolean,
  author: string,
): Promise<Answer> {
  const done = await setEntryUndone(await workspace.records(), { register: "review", id, author }, isUndone);
  return done.ok ? { ok: true, decisions: await listDecisions(workspace, context) } : done;
}
