/** Versions of lean offers in the records. */
import { type LeanOffer, leanOfferInputSchema } from "@kleinod/engine/programme/offers/offer-contract.ts";
import { firstOfferState } from "@kleinod/engine/programme/offers/offer-states-contract.ts";
import type { Selectable } from "kysely";
import { audit } from "../../postgres/audit.ts";
import type { Records } from "../../postgres/connect.ts";
import type { RecordTables } from "../../postgres/tables.ts";

const contentSchema = leanOfferInputSchema.omit({ code: true, reason: true });

/** Every version of every offer: by code, newest first. */
export async function readOffers(records: Records): Promise<LeanOffer[]> {
  const rows = await records
    .selectFrom("lean_offer_version")
    .selectAll()
    .orderBy("code")
    .orderBy("version", "desc")
    .execute();
  return rows.map(offerOf);
}

function offerOf(row: Selectable<RecordTables["lean_offer_version"]>): LeanOffer {
  return {
    ...contentSchema.parse(row.content),
    code: row.code,
    version: row.version,
    state: row.state,
    author: row.author,
    reason: row.reason,
    madeAt: row.made_at.toISOString(),
    publishedOn: row.published_on,
    overrideReason: row.override_reason,
  };
}

export type OfferContent = Pick<
  LeanOffer,
  "name" | "contents" | "centsPerCustomerYear" | "manualTouches" | "forSegments" | "degreesOfFreedom"
>;

/** Adds a draft version. @returns its number */
export async function addOfferVersion(
  records: Records,
  code: string,
  content: OfferContent,
  { author, reason }: { readonly author: string; readonly reason: string | null },
): Promise<number> {
  return records.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom("lean_offer_version")
      .select("version")
      .where("code", "=", code)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await tx
      .insertInto("lean_offer_version")
      .values({ code, version, state: firstOfferState, content: JSON.stringify(content), author, reason })
      .execute();
    await audit(tx, { author, action: "saveOffer", subject: code, detail: { version, reason, ...content } });
    return version;
  });
}

export interface Publication {
  readonly author: string;
  /** Day on which it is published; it stays the first one when a version is brought back. */
  readonly on: string;
  readonly override: string | null;
  readonly how: "publishOffer" | "restoreOffer";
}

/** Makes a version the published one and retires the one that was. */
export async function markPublished(
  records: Records,
  offer: LeanOffer,
  { author, on, override, how }: Publication,
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    const before = await tx
      .updateTable("lean_offer_version")
      .set({ state: "retired" })
      .where("code", "=", offer.code)
      .where("state", "=", "published")
      .returning("version")
      .executeTakeFirst();
    await tx
      .updateTable("lean_offer_version")
      .set({
        state: "published",
        published_on: offer.publishedOn ?? on,
        override_reason: override ?? offer.overrideReason,
      })
      .where("code", "=", offer.code)
      .where("version", "=", offer.version)
      .execute();
    const detail = { version: offer.version, before: before?.version ?? null, override };
    await audit(tx, { author, action: how, subject: offer.code, detail });
  });
}

export async function markRetired(records: Records, offer: LeanOffer, author: string): Promise<void> {
  await records.transaction().execute(async (tx) => {
    await tx
      .updateTable("lean_offer_version")
      .set({ state: "retired" })
      .where("code", "=", offer.code)
      .where("version", "=", offer.version)
      .execute();
    const detail = { version: offer.version };
    await audit(tx, { author, action: "retireOffer", subject: offer.code, detail });
  });
}
