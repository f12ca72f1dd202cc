/** Registers that people keep: entries are added, corrected by a later entry, taken back and brought back; nothing is lost. */
import type { Selectable } from "kysely";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import type { RecordTables } from "../postgres/tables.ts";
import { type Refused, refused } from "../workspace/refused.ts";

type Row = Selectable<RecordTables["register_entry"]>;
export type RegisterName = Row["register"];

export interface RegisterEntry<Content> {
  readonly id: number;
  readonly content: Content;
  readonly corrects: number | null;
  readonly author: string;
  readonly madeAt: string;
}

/** Entries that hold, oldest first: not taken back, and not corrected by one that holds. */
export async function readRegister<Content>(
  records: Records,
  register: RegisterName,
  schema: { parse(content: unknown): Content },
): Promise<RegisterEntry<Content>[]> {
  const rows = await records
    .selectFrom("register_entry")
    .selectAll()
    .where("register", "=", register)
    .where("undone_at", "is", null)
    .orderBy("id")
    .execute();
  const corrected = new Set(rows.flatMap(({ corrects }) => corrects ?? []));
  return rows
    .filter(({ id }) => !corrected.has(id))
    .map((row) => ({
      id: row.id,
      content: schema.parse(row.content),
      corrects: row.corrects,
      author: row.author,
      madeAt: row.made_at.toISOString(),
    }));
}

/** How many entries a register ever held, those taken back too. */
export async function everRegistered(records: Records, register: RegisterName): Promise<number> {
  const { count } = await records
    .selectFrom("register_entry")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("register", "=", register)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface NewEntry {
  readonly register: RegisterName;
  readonly content: object;
  readonly corrects?: number | undefined;
  readonly author: string;
}

/** Adds an entry; one that corrects another must name an entry of the same register that holds. */
export async function addEntry(
  records: Records,
  { register, content, corrects, author }: NewEntry,
): Promise<{ readonly ok: true; readonly id: number } | Refused> {
  if (corrects !== undefined) {
    const before = await findEntry(records, register, corrects);
    if (before === null) return unknownEntry(corrects);
    if (before.undone_at !== null) return alreadyUndone(corrects);
  }
  return records.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("register_entry")
      .values({ register, content: JSON.stringify(content), corrects: corrects ?? null, author })
      .returning("id")
      .executeTakeFirstOrThrow();
    const action = corrects === undefined ? "addEntry" : "correctEntry";
    await audit(tx, { author, action, subject: `${register} ${id}`, detail: { corrects, ...content } });
    return { ok: true as const, id };
  });
}

/** Takes an entry back, or brings it back. */
export async function setEntryUndone(
  records: Records,
  { register, id, author }: { readonly register: RegisterName; readonly id: number; readonly author: string },
  isUndone: boolean,
): Promise<{ readonly ok: true } | Refused> {
  const row = await findEntry(records, register, id);
  if (row === null) return unknownEntry(id);
  if ((row.undone_at !== null) === isUndone) {
    return isUndone
      ? alreadyUndone(id)
      : refused("entryStateRefused", `Der Eintrag ${id} gilt schon.`, `Entry ${id} holds already.`);
  }
  await records.transaction().execute(async (tx) => {
    await tx
      .updateTable("register_entry")
      .set({ undone_at: isUndone ? new Date() : null })
      .where("id", "=", id)
      .execute();
    const action = isUndone ? "undoEntry" : "restoreEntry";
    await audit(tx, { author, action, subject: `${register} ${id}`, detail: row.content });
  });
  return { ok: true };
}

async function findEntry(records: Records, register: RegisterName, id: number): Promise<Row | null> {
  if (!Number.isSafeInteger(id)) return null;
  const row = await records
    .selectFrom("register_entry")
    .selectAll()
    .where("register", "=", register)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

export const unknownEntry = (id: number): Refused =>
  refused("unknownEntry", `Es gibt keinen Eintrag ${id}.`, `There is no entry ${id}.`);

const alreadyUndone = (id: number): Refused =>
  refused("alreadyUndone", `Der Eintrag ${id} ist zurückgenommen.`, `Entry ${id} was taken back.`);
