import type { Kysely } from "kysely";
import type { RecordTables } from "./tables.ts";

export interface AuditEntry {
  /** Who did it: a person's name, or `rule` for what a threshold decided. */
  readonly author: string;
  /** Verb of the change in camel case, e.g. `setParameter`. */
  readonly action: string;
  /** What was changed, e.g. the code of the parameter. */
  readonly subject: string;
  readonly detail: object;
}

/** Notes who changed what; called in the transaction of the change, so that there is never one without the other. */
export async function audit(records: Kysely<RecordTables>, entry: AuditEntry): Promise<void> {
  await records
    .insertInto("audit_entry")
    .values({ ...entry, detail: JSON.stringify(entry.detail) })
    .execute();
}
