/** What people do with lean offers: list, save, check, publish, retire, take back. */
import type {
  CatalogueReport,
  OfferCheck,
  OfferWithCheck,
} from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { checkOffer } from "@kleinod/engine/programme/offers/check-offer.ts";
import type {
  LeanOffer,
  LeanOfferInput,
  PublishInput,
} from "@kleinod/engine/programme/offers/offer-contract.ts";
import { nextOfferState, type OfferEvent } from "@kleinod/engine/programme/offers/offer-states-contract.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readSegments } from "../../segments/segment-store.ts";
import type { WorkspaceReportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { smallMembers } from "../small-members.ts";
import { broadNeeds } from "./broad-needs.ts";
import { type ElementFacts, elementFacts } from "./element-facts.ts";
import { readElementProfiles } from "./element-profiles.ts";
import { freeOfferCode } from "./free-offer-code.ts";
import { addOfferVersion, markPublished, markRetired, readOffers } from "./offer-store.ts";
import { listTransfers } from "./transfers.ts";

type Answer = { readonly ok: true; readonly offer: OfferWithCheck } | Refused;

/** Elements, offers with what speaks for and against them, and the transfer register. */
export async function catalogueReport(
  workspace: Workspace,
  context: WorkspaceReportContext,
): Promise<CatalogueReport> {
  const facts = await factsOf(workspace, context);
  const stored = await readOffers(await workspace.records());
  const codes = [...new Set(stored.map(({ code }) => code))];
  const offers: OfferWithCheck[] = [];
  for (const code of codes) offers.push(await withCheck(workspace, context, facts, ofCode(stored, code)));
  return { elements: facts.report, offers, transfers: await listTransfers(workspace) };
}

async function factsOf(workspace: Workspace, context: WorkspaceReportContext): Promise<ElementFacts> {
  const profiles = await readElementProfiles(await workspace.records());
  return workspace.read((connection) => elementFacts(connection, context, profiles));
}

const ofCode = (stored: readonly LeanOffer[], code: string) => stored.filter((offer) => offer.code === code);

async function withCheck(
  workspace: Workspace,
  context: WorkspaceReportContext,
  facts: ElementFacts,
  versions: readonly LeanOffer[],
): Promise<OfferWithCheck> {
  const published = versions.find(({ state }) => state === "published") ?? null;
  const newest = versions.find(({ state }) => state === "draft") ?? null;
  // A draft that lies before the published version was overtaken.
  const draft = newest !== null && newest.version > (published?.version ?? 0) ? newest : null;
  const judged = draft ?? published;
  return {
    code: versions[0]!.code,
    published,
    draft,
    versions: versions.map(({ version, state, author, madeAt }) => ({ version, state, author, madeAt })),
    check: judged === null ? null : await checkOf(workspace, context, facts, judged),
  };
}

async function checkOf(
  workspace: Workspace,
  context: WorkspaceReportContext,
  facts: ElementFacts,
  offer: LeanOffer,
): Promise<OfferCheck> {
  const stored = await readSegments(await workspace.records());
  const needQuantile = parameterValues(context.parameters)["mismatch.needQuantile"] as number;
  const needs = await workspace.read((connection) =>
    broadNeeds(connection, context, { segments: offer.forSegments, stored, needQuantile }),
  );
  return checkOffer(offer, { ...facts, needs });
}

/** Keeps an offer as a new draft; a segment that does not exist is refused. */
export async function saveOffer(
  workspace: Workspace,
  context: WorkspaceReportContext,
  { code: given, reason, ...content }: LeanOfferInput,
  author: string,
): Promise<Answer> {
  const records = await workspace.records();
  const segments = await readSegments(records);
  const known = await workspace.read((connection) => smallMembers(connection, context, segments));
  const vanished = content.forSegments.find((code) => known.every((one) => one.code !== code));
  if (vanished !== undefined) {
    const names = known.map(({ code }) => code).join(", ");
    return refused(
      "unknownSegment",
      `forSegments: es gibt kein geltendes Segment «${vanished}»; erlaubt sind: ${names}.`,
      `forSegments: there is no active segment "${vanished}"; allowed are: ${names}.`,
    );
  }
  const taken = new Set((await readOffers(records)).map(({ code }) => code));
  const code = given ?? freeOfferCode(content.name, taken);
  await addOfferVersion(records, code, content, { author, reason: reason ?? null });
  return answerOf(workspace, context, code);
}

/**
 * Publishes a version. Refused while its figures are missing (AT5.2), or while a finding blocks (AT5.5) unless a reason is
 * given, which is kept and shown.
 */
export async function publishOffer(
  workspace: Workspace,
  context: WorkspaceReportContext,
  code: string,
  { version, override }: PublishInput,
  author: string,
): Promise<Answer> {
  return makePublished(workspace, context, code, { event: "publish", version, override, author });
}

/** Brings a version back that was published before: undoes both publishing its successor and retiring it. */
export async function restoreOffer(
  workspace: Workspace,
  context: WorkspaceReportContext,
  code: string,
  { version, override }: PublishInput,
  author: string,
): Promise<Answer> {
  return makePublished(workspace, context, code, { event: "restore", version, override, author });
}

interface Wanted {
  readonly event: OfferEvent;
  readonly version: number | undefined;
  readonly override: string | undefined;
  readonly author: string;
}

async function makePublished(
  workspace: Workspace,
  context: WorkspaceReportContext,
  code: string,
  { event, version, override, author }: Wanted,
): Promise<Answer> {
  const records = await workspace.records();
  const found = pick(await readOffers(records), code, event, version);
  if (!found.ok) return found;
  const check = await checkOf(workspace, context, await factsOf(workspace, context), found.offer);
  const impossible = refusePublication(check, override ?? found.offer.overrideReason);
  if (impossible !== null) return impossible;
  const how = event === "restore" ? "restoreOffer" : "publishOffer";
  await markPublished(records, found.offer, {
    author,
    on: workspace.today(),
    override: check.canPublish ? null : (override ?? null),
    how,
  });
  return answerOf(workspace, context, code);
}

function refusePublication({ missing, findings }: OfferCheck, override: string | null): Refused | null {
  if (missing.length > 0) {
    const join = (language: "de" | "en") => missing.map(({ sentence }) => sentence[language]).join(" ");
    return refused("offerIncomplete", join("de"), join("en"));
  }
  const blocking = findings.filter(({ severity }) => severity === "block");
  if (blocking.length === 0 || override !== null) return null;
  const join = (language: "de" | "en") => blocking.map(({ sentence }) => sentence[language]).join(" ");
  return refused(
    "offerBlocked",
    `${join("de")} Wer trotzdem veröffentlicht, nennt den Grund.`,
    `${join("en")} Whoever publishes all the same gives the reason.`,
  );
}

/** Retires the published version, or puts a draft aside. */
export async function retireOffer(
  workspace: Workspace,
  context: WorkspaceReportContext,
  code: string,
  version: number | undefined,
  author: string,
): Promise<Answer> {
  const records = await workspace.records();
  const found = pick(await readOffers(records), code, "retire", version);
  if (!found.ok) return found;
  await markRetired(records, found.offer, author);
  return answerOf(workspace, context, code);
}

/** The version meant: the one named, else the newest in which the event is possible. */
function pick(
  stored: readonly LeanOffer[],
  code: string,
  event: OfferEvent,
  version: number | undefined,
): { readonly ok: true; readonly offer: LeanOffer } | Refused {
  const versions = ofCode(stored, code);
  if (versions.length === 0) {
    return refused("unknownOffer", `Es gibt keine Leistung «${code}».`, `There is no offer "${code}".`);
  }
  const offer =
    version === undefined
      ? versions.find(({ state }) => nextOfferState(state, event) !== null)
      : versions.find((one) => one.version === version);
  if (offer === undefined) {
    return refused(
      "offerStateRefused",
      `«${code}» hat keine Version, mit der das geht (${event}).`,
      `"${code}" has no version for which this is possible (${event}).`,
    );
  }
  if (nextOfferState(offer.state, event) === null) {
    return refused(
      "offerStateRefused",
      `Version ${offer.version} von «${code}» ist «${offer.state}»; das geht damit nicht (${event}).`,
      `Version ${offer.version} of "${code}" is "${offer.state}"; this is not possible with it (${event}).`,
    );
  }
  return { ok: true, offer };
}

async function answerOf(
  workspace: Workspace,
  context: WorkspaceReportContext,
  code: string,
): Promise<Answer> {
  const stored = await readOffers(await workspace.records());
  const facts = await factsOf(workspace, context);
  return { ok: true, offer: await withCheck(workspace, context, facts, ofCode(stored, code)) };
}
