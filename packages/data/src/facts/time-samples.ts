import type {
  Campaign,
  CampaignInput,
  Sample,
  SampleInput,
} from "@kleinod/engine/facts/captures/contract.ts";
import { type Selectable, sql } from "kysely";
import { audit } from "../postgres/audit.ts";
import type { RecordTables } from "../postgres/tables.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { accountOfCustomer, accountsByName } from "./accounts-by-name.ts";
import { localMoment } from "./local-moment.ts";

type CampaignRow = Selectable<RecordTables["sampling_campaign"]>;
type SampleRow = Selectable<RecordTables["time_sample"]>;

/** Starts a time sampling: who is asked, from when to when, how often a day. */
export async function createCampaign(
  workspace: Workspace,
  { name, from, to, people, promptsPerDay }: CampaignInput,
  author: string,
): Promise<{ readonly ok: true; readonly campaign: Campaign }> {
  const records = await workspace.records();
  const row = await records.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto("sampling_campaign")
      .values({
        name,
        from_day: from,
        to_day: to,
        people: JSON.stringify(people),
        prompts_per_day: promptsPerDay,
        author,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const detail = { name, from, to, people: people.length, promptsPerDay };
    await audit(tx, { author, action: "startSampling", subject: String(made.id), detail });
    return made;
  });
  return { ok: true, campaign: campaignOf(row, 0) };
}

/** Newest first; those taken back are marked. */
export async function listCampaigns(workspace: Workspace): Promise<Campaign[]> {
  const records = await workspace.records();
  const rows = await records.selectFrom("sampling_campaign").selectAll().orderBy("id", "desc").execute();
  const counts = await records
    .selectFrom("time_sample")
    .select(["campaign_id", sql<string>`count(*)`.as("samples")])
    .where("is_undone", "=", false)
    .groupBy("campaign_id")
    .execute();
  const samples = new Map(counts.map((row) => [row.campaign_id, Number(row.samples)]));
  return rows.map((row) => campaignOf(row, samples.get(row.id) ?? 0));
}

export async function findCampaign(
  workspace: Workspace,
  id: string,
): Promise<{ readonly ok: true; readonly campaign: Campaign } | Refused> {
  const campaign = (await listCampaigns(workspace)).find((candidate) => candidate.id === id);
  if (campaign !== undefined) return { ok: true, campaign };
  return refused("unknownCampaign", `Es gibt keine Zeitaufnahme ${id}.`, `There is no time sampling ${id}.`);
}

/** Takes a campaign back with all of its samples; nothing is deleted. */
export async function undoCampaign(
  workspace: Workspace,
  id: string,
  author: string,
): Promise<{ readonly ok: true; readonly campaign: Campaign } | Refused> {
  const found = await findCampaign(workspace, id);
  if (!found.ok) return found;
  const records = await workspace.records();
  await records.transaction().execute(async (tx) => {
    await tx.updateTable("sampling_campaign").set({ is_undone: true }).where("id", "=", Number(id)).execute();
    await audit(tx, { author, action: "undoSampling", subject: id, detail: { name: found.campaign.name } });
  });
  return { ok: true, campaign: { ...found.campaign, isUndone: true } };
}

/** One answer: what somebody is doing at this moment, for whom, how long it takes. */
export async function addSample(
  workspace: Workspace,
  campaignId: string,
  input: SampleInput,
  author: string,
): Promise<{ readonly ok: true; readonly sample: Sample } | Refused> {
  const found = await findCampaign(workspace, campaignId);
  if (!found.ok) return found;
  const { campaign } = found;
  const asked = campaign.people.find(({ person }) => person === input.person);
  if (asked === undefined) {
    const names = campaign.people.map(({ person }) => person).join(", ");
    return refused(
      "valueNotAllowed",
      `«${input.person}» gehört nicht zu dieser Zeitaufnahme; dabei sind: ${names}.`,
      `"${input.person}" is not part of this time sampling; taking part are: ${names}.`,
    );
  }
  const at = input.at ?? localMoment(workspace.today());
  if (campaign.isUndone || at.slice(0, 10) < campaign.from || at.slice(0, 10) > campaign.to) {
    return refused(
      "valueNotAllowed",
      `Die Zeitaufnahme «${campaign.name}» läuft vom ${campaign.from} bis ${campaign.to}; ${at.slice(0, 10)} gehört nicht dazu.`,
      `The time sampling "${campaign.name}" runs from ${campaign.from} to ${campaign.to}; ${at.slice(0, 10)} is outside.`,
    );
  }
  const account = input.customerId === null ? null : await accountOfCustomer(workspace, input.customerId);
  if (input.customerId !== null && account === null) {
    return refused(
      "unknownCustomer",
      `Es gibt keinen Kunden mit der Nummer ${input.customerId}.`,
      `There is no customer with the number ${input.customerId}.`,
    );
  }
  const records = await workspace.records();
  const row = await records
    .insertInto("time_sample")
    .values({
      campaign_id: Number(campaignId),
      person: asked.person,
      role: asked.role,
      at,
      activity: input.activity,
      source: account?.source ?? null,
      account_key: account?.accountKey ?? null,
      minutes: input.minutes,
      reason: input.reason,
      author,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const [sample] = await shownSamples(workspace, [row]);
  if (sample === undefined) throw new Error(`Sample ${row.id} was written but is not shown.`);
  return { ok: true, sample };
}

export async function undoSample(
  workspace: Workspace,
  id: string,
): Promise<{ readonly ok: true; readonly sample: Sample } | Refused> {
  const records = await workspace.records();
  const row = await records
    .updateTable("time_sample")
    .set({ is_undone: true })
    .where("id", "=", /^\d{1,9}$/.test(id) ? Number(id) : -1)
    .returningAll()
    .executeTakeFirst();
  const [sample] = row === undefined ? [] : await shownSamples(workspace, [row]);
  if (sample !== undefined) return { ok: true, sample };
  return refused("unknownSample", `Es gibt keine Antwort ${id}.`, `There is no sample ${id}.`);
}

/** Samples of a campaign that hold, newest first. */
export async function listSamples(workspace: Workspace, campaignId: string): Promise<Sample[]> {
  const records = await workspace.records();
  const rows = await records
    .selectFrom("time_sample")
    .selectAll()
    .where("campaign_id", "=", Number(campaignId))
    .where("is_undone", "=", false)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  return shownSamples(workspace, rows);
}

async function shownSamples(workspace: Workspace, rows: readonly SampleRow[]): Promise<Sample[]> {
  const known = await accountsByName(
    workspace,
    rows.flatMap(({ source, account_key }) =>
      source === null || account_key === null ? [] : [{ source, accountKey: account_key }],
    ),
  );
  return rows.map((row) => {
    const customer = known(row.source, row.account_key);
    return {
      id: String(row.id),
      campaignId: String(row.campaign_id),
      person: row.person,
      role: row.role,
      at: row.at,
      activity: row.activity,
      customerId: customer?.customerId ?? null,
      customerName: customer?.name ?? null,
      minutes: row.minutes,
      reason: row.reason,
      isUndone: row.is_undone,
    };
  });
}

function campaignOf(row: CampaignRow, samples: number): Campaign {
  return {
    id: String(row.id),
    name: row.name,
    from: row.from_day,
    to: row.to_day,
    people: row.people,
    promptsPerDay: row.prompts_per_day,
    author: row.author,
    isUndone: row.is_undone,
    samples,
  };
}
