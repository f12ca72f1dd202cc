import type { Capture, CaptureInput, CaptureList } from "@kleinod/engine/facts/captures/contract.ts";
import { type Insertable, type Selectable, sql } from "kysely";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import type { RecordTables } from "../postgres/tables.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { changeMirrored, mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { accountOfCustomer, accountsByName } from "./accounts-by-name.ts";
import { localMoment } from "./local-moment.ts";

type Row = Selectable<RecordTables["captured_activity"]>;
type CaptureResult = { readonly ok: true; readonly capture: Capture } | Refused;

/** Reasons that the form offers. */
const mostReasons = 30;

/** Notes an activity that no system logs; it is a fact from then on. */
export async function createCapture(
  workspace: Workspace,
  input: CaptureInput,
  author: string,
): Promise<CaptureResult> {
  const values = await valuesOf(workspace, input, author, localMoment(workspace.today()));
  if (!values.ok) return values;
  return change(workspace, async (records) => {
    const row = await records.transaction().execute(async (tx) => {
      const made = await tx
        .insertInto("captured_activity")
        .values({ ...values.values, author })
        .returningAll()
        .executeTakeFirstOrThrow();
      await audit(tx, { author, action: "captureActivity", subject: String(made.id), detail: values.values });
      return made;
    });
    return { ok: true, row };
  });
}

/** Corrects an entry; the audit keeps what it said before. */
export async function editCapture(
  workspace: Workspace,
  id: string,
  input: CaptureInput,
  author: string,
): Promise<CaptureResult> {
  const known = await find(workspace, id);
  if (!known.ok) return known;
  const values = await valuesOf(workspace, input, known.row.person, known.row.started_at);
  if (!values.ok) return values;
  return update(workspace, known.row, values.values, author, "editCapture");
}

/** Takes an entry back, or brings it back. */
export async function setCaptureUndone(
  workspace: Workspace,
  id: string,
  isUndone: boolean,
  author: string,
): Promise<CaptureResult> {
  const known = await find(workspace, id);
  if (!known.ok) return known;
  if (known.row.is_undone === isUndone) {
    return isUndone
      ? refused(
          "alreadyUndone",
          `Der Eintrag ${id} ist schon zurückgenommen.`,
          `Entry ${id} is undone already.`,
        )
      : refused("batchStateRefused", `Der Eintrag ${id} gilt schon.`, `Entry ${id} holds already.`);
  }
  const action = isUndone ? "undoCapture" : "restoreCapture";
  return update(workspace, known.row, { is_undone: isUndone }, author, action);
}

/** Entries of a day, newest first; those taken back are marked. */
export async function listCaptures(
  workspace: Workspace,
  { day, person }: { readonly day?: string | undefined; readonly person?: string | undefined },
): Promise<CaptureList> {
  const records = await workspace.records();
  const wanted = day ?? workspace.today();
  let query = records
    .selectFrom("captured_activity")
    .selectAll()
    .where("started_at", ">=", wanted)
    .where("started_at", "<", `${wanted}~`)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc");
  if (person !== undefined) query = query.where("person", "=", person);
  const captures = await shown(workspace, await query.execute());
  const reasons = await records
    .selectFrom("captured_activity")
    .select("reason")
    .where("reason", "is not", null)
    .groupBy("reason")
    .orderBy(sql`count(*)`, "desc")
    .orderBy("reason")
    .limit(mostReasons)
    .execute();
  return {
    day: wanted,
    person: person ?? null,
    minutes: captures.reduce((sum, { isUndone, minutes }) => sum + (isUndone ? 0 : (minutes ?? 0)), 0),
    captures,
    reasons: reasons.flatMap(({ reason }) => reason ?? []),
    people: Object.entries(await peopleRoles(workspace)).map(([name, role]) => ({ person: name, role })),
  };
}

type Values = Omit<
  Insertable<RecordTables["captured_activity"]>,
  "author" | "id" | "revision" | "is_undone" | "made_at"
>;

async function valuesOf(
  workspace: Workspace,
  input: CaptureInput,
  usualPerson: string,
  usualMoment: string,
): Promise<{ readonly ok: true; readonly values: Values } | Refused> {
  const { customerId } = input;
  const account = customerId === null ? null : await accountOfCustomer(workspace, customerId);
  if (customerId !== null && account === null) {
    return refused(
      "unknownCustomer",
      `Es gibt keinen Kunden mit der Nummer ${customerId}.`,
      `There is no customer with the number ${customerId}.`,
    );
  }
  const person = input.person ?? usualPerson;
  const orNull = (text: string | null) => (text === null || text === "" ? null : text);
  return {
    ok: true,
    values: {
      source: account?.source ?? null,
      account_key: account?.accountKey ?? null,
      started_at: input.startedAt ?? usualMoment,
      activity_type: input.activityType,
      role: orNull(input.role) ?? (await roleOf(workspace, person)),
      person,
      minutes: input.minutes,
      initiated_by: input.initiatedBy,
      reason: orNull(input.reason),
      need_field: orNull(input.needField),
      channel: input.channel,
      is_solved: input.isSolved,
      subject: orNull(input.subject),
      next_date: input.nextDate,
    },
  };
}

async function peopleRoles(workspace: Workspace): Promise<Readonly<Record<string, string>>> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  return (parameters.find(({ code }) => code === "people.roles")?.value ?? {}) as Record<string, string>;
}

async function roleOf(workspace: Workspace, person: string): Promise<string | null> {
  const folded = person.trim().toLowerCase();
  const roles = Object.entries(await peopleRoles(workspace));
  return roles.find(([name]) => name.trim().toLowerCase() === folded)?.[1] ?? null;
}

async function find(
  workspace: Workspace,
  id: string,
): Promise<{ readonly ok: true; readonly row: Row } | Refused> {
  const records = await workspace.records();
  const row = await records
    .selectFrom("captured_activity")
    .selectAll()
    .where("id", "=", /^\d{1,9}$/.test(id) ? Number(id) : -1)
    .executeTakeFirst();
  if (row !== undefined) return { ok: true, row };
  return refused("unknownCapture", `Es gibt keinen Eintrag ${id}.`, `There is no entry ${id}.`);
}

function update(
  workspace: Workspace,
  before: Row,
  values: Values | { readonly is_undone: boolean },
  author: string,
  action: string,
): Promise<CaptureResult> {
  return change(workspace, async (records) => {
    const row = await records.transaction().execute(async (tx) => {
      const after = await tx
        .updateTable("captured_activity")
        .set({ ...values, revision: sql<number>`revision + 1` })
        .where("id", "=", before.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await audit(tx, { author, action, subject: String(before.id), detail: { before, after } });
      return after;
    });
    return { ok: true, row };
  });
}

async function change(
  workspace: Workspace,
  write: (records: Records) => Promise<{ readonly ok: true; readonly row: Row }>,
): Promise<CaptureResult> {
  await mirrorReady(workspace);
  const records = await workspace.records();
  const { row } = await workspace.write((connection) =>
    changeMirrored(connection, records, "captures", () => write(records)),
  );
  const [capture] = await shown(workspace, [row]);
  if (capture === undefined) throw new Error(`Entry ${row.id} was written but is not shown.`);
  return { ok: true, capture };
}

async function shown(workspace: Workspace, rows: readonly Row[]): Promise<Capture[]> {
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
      customerId: customer?.customerId ?? null,
      customerName: customer?.name ?? null,
      accountKey: row.account_key,
      activityType: row.activity_type as Capture["activityType"],
      reason: row.reason,
      minutes: row.minutes,
      isSolved: row.is_solved,
      nextDate: row.next_date,
      initiatedBy: row.initiated_by as Capture["initiatedBy"],
      role: row.role,
      person: row.person,
      channel: row.channel as Capture["channel"],
      needField: row.need_field,
      subject: row.subject,
      startedAt: row.started_at,
      author: row.author,
      revision: row.revision,
      isUndone: row.is_undone,
    };
  });
}
