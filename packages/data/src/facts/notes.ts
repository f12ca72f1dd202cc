import { sql } from "kysely";
import { all } from "../duckdb/connect.ts";
import { audit } from "../postgres/audit.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";

const longestNote = 10_000;

interface NoteRow {
  readonly source: string;
  readonly accountKey: string;
  readonly text: string;
}

/**
 * Notes by customer id. A note belongs to an account, because customers are put together and taken apart; a customer of
 * several accounts shows the newest one. Customers without a note are left out.
 */
export async function getNotes(workspace: Workspace): Promise<Map<number, string>> {
  const records = await workspace.records();
  // Newest last: it overwrites the others of the same customer, also when it was emptied.
  const notes: NoteRow[] = await records
    .selectFrom("customer_note")
    .select(["source", "account_key as accountKey", "text"])
    .orderBy("written_at")
    .execute();
  if (notes.length === 0) return new Map();
  const rows = await workspace.read((connection) =>
    all<{ position: number; customer_id: number }>(
      connection,
      `SELECT n.position, a.customer_id FROM (
        SELECT unnest(from_json(?::JSON, '["VARCHAR"]')) AS name, generate_subscripts(from_json(?::JSON, '["VARCHAR"]'), 1) AS position
      ) n
      JOIN account a ON concat(a.source, chr(10), a.account_key) = n.name
      ORDER BY n.position`,
      Array.from({ length: 2 }, () =>
        JSON.stringify(notes.map((note) => `${note.source}\n${note.accountKey}`)),
      ),
    ),
  );
  const newest = new Map(rows.map((row) => [row.customer_id, notes[row.position - 1]?.text ?? ""]));
  return new Map([...newest].filter(([, text]) => text !== ""));
}

/** Writes the note of a customer at the first of its accounts; an empty text takes it away. */
export async function setNote(
  workspace: Workspace,
  customerId: number,
  text: string,
  author: string,
): Promise<{ readonly ok: true; readonly note: string | null } | Refused> {
  if (text.length > longestNote) {
    return refused(
      "noteTooLong",
      `Die Notiz hat ${text.length} Zeichen; erlaubt sind höchstens ${longestNote}.`,
      `The note has ${text.length} characters; at most ${longestNote} are allowed.`,
    );
  }
  const accounts = await workspace.read((connection) =>
    all<{ source: string; account_key: string }>(
      connection,
      "SELECT source, account_key FROM account WHERE customer_id = ? AND live ORDER BY account_id LIMIT 1",
      [customerId],
    ),
  );
  const account = accounts[0];
  if (account === undefined) {
    return refused(
      "unknownCustomer",
      `Es gibt keinen Kunden mit der Nummer ${customerId}.`,
      `There is no customer with the number ${customerId}.`,
    );
  }
  const trimmed = text.trim();
  const records = await workspace.records();
  await records.transaction().execute(async (tx) => {
    const note = { ...account, text: trimmed, author };
    await tx
      .insertInto("customer_note")
      .values(note)
      .onConflict((conflict) =>
        conflict
          .columns(["source", "account_key"])
          .doUpdateSet({ text: trimmed, author, written_at: sql`clock_timestamp()` }),
      )
      .execute();
    const subject = `${account.source} ${account.account_key}`;
    await audit(tx, { author, action: "setNote", subject, detail: { text: trimmed } });
  });
  return { ok: true, note: trimmed === "" ? null : trimmed };
}
