/** What people do with segments: list, save, test, activate, retire, take back. */

import { sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import type { SegmentInput } from "@kleinod/engine/segments/builder/contract.ts";
import type {
  BackTest,
  BackTestResult,
  Segment,
  SegmentAnswer,
} from "@kleinod/engine/segments/overlays/contract.ts";
import { nextSegmentState, type SegmentEvent } from "@kleinod/engine/segments/overlays/states-contract.ts";
import type { RunContext } from "../import/progress.ts";
import { reportContext, type WorkspaceReportContext } from "../workspace/measure-context.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { judgeSegment } from "./segment-admission.ts";
import { backTestSegment, knownTwoDays, measureTwoDays } from "./segment-back-test.ts";
import { resolveOrRefuse, versionOf } from "./segment-columns.ts";
import {
  addVersion,
  keepBackTest,
  makeActive,
  makeRetired,
  readSegments,
  type StateChange,
  type StoredSegment,
} from "./segment-store.ts";

type Answer = (SegmentAnswer & { readonly ok: true }) | Refused;

/** Every segment by code, with the version that holds and the newest draft. */
export async function listSegments(workspace: Workspace): Promise<Segment[]> {
  const stored = await readSegments(await workspace.records());
  return [...new Set(stored.map(({ code }) => code))].map((code) => {
    const versions = stored.filter((segment) => segment.code === code);
    const shown = (state: StoredSegment["state"]) => {
      const found = versions.find((version) => version.state === state);
      return found === undefined ? null : versionOf(found, customerColumns);
    };
    return {
      code,
      active: shown("active"),
      draft: shown("draft"),
      versions: versions.map(
        ({ version, name, state, author, reason, createdAt, validFrom, overrideReason }) => ({
          version,
          name,
          state,
          author,
          reason,
          createdAt,
          validFrom,
          overrideReason,
        }),
      ),
    };
  });
}

/** Keeps a definition as a new draft; one that does not resolve is refused with place and reason. */
export async function saveSegment(
  workspace: Workspace,
  input: SegmentInput,
  author: string,
): Promise<Answer> {
  const resolution = resolveOrRefuse(input.definition, customerColumns);
  if (!resolution.ok) return resolution;
  const records = await workspace.records();
  const taken = new Set<string>([...sizeClasses, ...(await readSegments(records)).map(({ code }) => code)]);
  const code = input.code ?? freeCode(input.name, taken);
  if (sizeClasses.some((own) => own === code)) {
    return refused(
      "segmentCodeReserved",
      `«${code}» ist eine Grössenklasse; wählen Sie einen anderen Code.`,
      `"${code}" is a size class; choose another code.`,
    );
  }
  const saved = await addVersion(records, code, input, author);
  return answerOf(workspace, saved);
}

/** Small letters, digits and hyphens made from the name; with a number where it is taken. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const letters = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" } as const;
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter as keyof typeof letters])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 34);
  const base = plain === "" ? "segment" : plain;
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}

/**
 * Tests a version against the day 12 months before and keeps the result. @throws Cancelled
 * @param version default: the draft, else the active one
 */
export async function backTest(
  workspace: Workspace,
  code: string,
  version: number | undefined,
  run: RunContext = {},
): Promise<(BackTestResult & { readonly ok: true }) | Refused> {
  const records = await workspace.records();
  const stored = await readSegments(records);
  const segment = pick(stored, code, version, ["draft", "active"]);
  if ("ok" in segment) return segment;
  const measured = await measureTwoDays(workspace, run);
  if (!measured.ok) return measured;
  const tested = await workspace.read((connection) =>
    backTestSegment(connection, measured.days, segment, stored),
  );
  if (!tested.ok) return tested;
  await keepBackTest(records, segment, tested.backTest);
  const judged = await judge(workspace, segment, stored, tested.backTest);
  if (!judged.ok) return judged;
  const { admission } = judged;
  return { ok: true, code, version: segment.version, backTest: tested.backTest, admission };
}

export interface Activation extends StateChange {
  /** Default: the newest draft. */
  readonly version?: number | undefined;
}

/**
 * Makes a draft hold. Refused when it does not pass the admission test, unless a reason for doing it all the same is
 * given; that reason is kept and shown.
 */
export async function activateSegment(
  workspace: Workspace,
  code: string,
  change: Activation,
): Promise<Answer> {
  const records = await workspace.records();
  const stored = await readSegments(records);
  const segment = pick(stored, code, change.version, ["draft"]);
  if ("ok" in segment) return segment;
  const impossible = refuseEvent(segment, "activate");
  if (impossible !== null) return impossible;
  const judged = await judge(workspace, segment, stored, segment.backTest);
  if (!judged.ok) return judged;
  const { admission, context } = judged;
  const overrideReason = change.overrideReason ?? null;
  if (!admission.admitted && overrideReason === null) {
    const why = admission.findings.filter(({ passed }) => passed !== true).map(({ message }) => message);
    return refused(
      "segmentNotAdmitted",
      `${why.map(({ de }) => de).join(" ")} Mit einer Begründung lässt es sich trotzdem aktivieren.`,
      `${why.map(({ en }) => en).join(" ")} With a reason it can be activated all the same.`,
    );
  }
  // A reason that was not needed is no override.
  const kept = admission.admitted ? null : overrideReason;
  await makeActive(records, segment, "activateSegment", { ...change, overrideReason: kept });
  return answerOf(workspace, segment, context);
}

/** Takes the active version out of use, or gives up the draft where that is named. */
export async function retireSegment(workspace: Workspace, code: string, change: Activation): Promise<Answer> {
  const records = await workspace.records();
  const segment = pick(await readSegments(records), code, change.version, ["active", "draft"]);
  if ("ok" in segment) return segment;
  const impossible = refuseEvent(segment, "retire");
  if (impossible !== null) return impossible;
  await makeRetired(records, segment, change);
  return answerOf(workspace, segment);
}

/** Takes a version back that held before: undoes retiring it, or activating the one after it. */
export async function restoreSegment(
  workspace: Workspace,
  code: string,
  change: Activation,
): Promise<Answer> {
  const records = await workspace.records();
  const segment = pick(await readSegments(records), code, change.version, ["retired"]);
  if ("ok" in segment) return segment;
  const impossible = refuseEvent(segment, "restore");
  if (impossible !== null) return impossible;
  if (segment.validFrom === null) {
    return refused(
      "segmentStateRefused",
      `Fassung ${segment.version} von «${segment.name}» war nie aktiv; speichern Sie sie neu als Entwurf.`,
      `Version ${segment.version} of "${segment.name}" was never active; save it as a draft again.`,
    );
  }
  await makeActive(records, segment, "restoreSegment", change);
  return answerOf(workspace, segment);
}

/** The version asked for, or the newest in the first of these states. */
function pick(
  stored: readonly StoredSegment[],
  code: string,
  version: number | undefined,
  states: readonly StoredSegment["state"][],
): StoredSegment | Refused {
  const versions = stored.filter((segment) => segment.code === code);
  if (versions.length === 0) {
    const known = [...new Set(stored.map((segment) => segment.code))].join(", ");
    return refused(
      "unknownSegment",
      `Es gibt kein Segment «${code}». Bekannt sind: ${known || "noch keine"}.`,
      `There is no segment "${code}". Known are: ${known || "none yet"}.`,
    );
  }
  const found =
    version === undefined
      ? states.flatMap((state) => versions.find((segment) => segment.state === state) ?? [])[0]
      : versions.find((segment) => segment.version === version);
  if (found !== undefined) return found;
  if (version === undefined) {
    return refused(
      "segmentStateRefused",
      `«${code}» hat keine Fassung im Zustand ${states.join(" oder ")}.`,
      `"${code}" has no version in the state ${states.join(" or ")}.`,
    );
  }
  return refused(
    "unknownSegment",
    `«${code}» hat keine Fassung ${version}; es gibt 1 bis ${versions[0]?.version}.`,
    `"${code}" has no version ${version}; there are 1 to ${versions[0]?.version}.`,
  );
}

function refuseEvent({ name, version, state }: StoredSegment, event: SegmentEvent): Refused | null {
  if (nextSegmentState(state, event) !== null) return null;
  const words = {
    activate: { de: "aktiviert", en: "activated" },
    retire: { de: "ausser Kraft gesetzt", en: "retired" },
    restore: { de: "zurückgeholt", en: "restored" },
  }[event];
  return refused(
    "segmentStateRefused",
    `Fassung ${version} von «${name}» ist ${state} und kann nicht ${words.de} werden.`,
    `Version ${version} of "${name}" is ${state} and cannot be ${words.en}.`,
  );
}

async function judge(
  workspace: Workspace,
  segment: StoredSegment,
  stored: readonly StoredSegment[],
  known: BackTest | null,
) {
  const found = await reportContext(workspace);
  if (!found.ok) return found;
  const { context } = found;
  // With both days measured it is made anew at once: facts or siblings may have changed since it was kept.
  const days = await knownTwoDays(workspace, context.asOf);
  return workspace.read(async (connection) => {
    const fresh = days === null ? null : await backTestSegment(connection, days, segment, stored);
    if (fresh !== null && !fresh.ok) return fresh;
    const valid = known?.asOf === context.asOf ? known : null;
    const judged = await judgeSegment(connection, context, segment, stored, fresh?.backTest ?? valid);
    return judged.ok ? { ...judged, context } : judged;
  });
}

/** The version as it stands after a change, with its figures and the admission test where there are data. */
async function answerOf(
  workspace: Workspace,
  { code, version }: Pick<StoredSegment, "code" | "version">,
  known?: WorkspaceReportContext,
): Promise<Answer> {
  const stored = await readSegments(await workspace.records());
  const segment = stored.find((one) => one.code === code && one.version === version);
  if (segment === undefined)
    throw new Error(`Version ${version} of segment ${code} was written but is not there.`);
  const shown = versionOf(segment, customerColumns);
  const found =
    known === undefined
      ? await reportContext(workspace, { stale: "latest" })
      : { ok: true as const, context: known };
  // Without data, or before they are measured, the definition is kept all the same.
  if (!found.ok) return { ok: true, segment: shown, figures: null, admission: null };
  const judged = await workspace.read((connection) =>
    judgeSegment(connection, found.context, segment, stored, segment.backTest),
  );
  if (!judged.ok) return { ok: true, segment: shown, figures: null, admission: null };
  return { ok: true, segment: shown, figures: judged.figures, admission: judged.admission };
}
