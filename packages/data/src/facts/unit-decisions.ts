import type { DuckDBConnection } from "@duckdb/node-api";
import type { UnitConflictKind } from "@kleinod/engine/facts/matching/economic-units.ts";
import { sql } from "kysely";
import { all, literal } from "../duckdb/connect.ts";
import { factsVersion } from "../duckdb/fact-store.ts";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import { changeMirrored, mirrorReady } from "../workspace/mirror.ts";
import { readDecisions, unitsOf } from "../workspace/mirror-units.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";

export type DecisionType = "merge" | "reject" | "split";

export interface NewDecision {
  readonly type: DecisionType;
  /** Account ids; for merge and reject at least two, for split at least one. */
  readonly accounts: readonly number[];
  /** A person's name, or `rule` for the threshold. */
  readonly author: string;
}

export interface DecisionResult {
  readonly ok: true;
  readonly id: string;
  /** Whether accounts moved to another customer, so that measures have to run again. */
  readonly isChanged: boolean;
}

/** Puts accounts together, takes them apart or keeps them apart; can be undone whatever came later. */
export async function decide(workspace: Workspace, decision: NewDecision): Promise<DecisionResult | Refused> {
  await mirrorReady(workspace);
  const records = await workspace.records();
  return workspace.write(async (connection) => {
    const decisions = await readDecisions(connection, records);
    const named = await accountNames(connection, decision.accounts);
    const unknown = decision.accounts.filter((id) => !named.has(id));
    if (unknown.length > 0) return refuseUnknown(unknown);
    const trial = unitsOf([
      ...decisions,
      {
        id: "new",
        type: decision.type,
        accounts: decision.accounts,
        at: "",
        by: decision.author,
        undone: false,
      },
    ]);
    const conflict = trial.conflicts.find(({ decisionId, kind }) => decisionId === "new" && kind in refusals);
    if (conflict !== undefined) {
      const accounts = await accountNames(connection, conflict.accounts);
      return refuseConflict(
        conflict.kind,
        [...accounts.values()].map(({ accountKey }) => accountKey),
      );
    }
    const before = await factsVersion(connection);
    const id = await changeMirrored(connection, records, "units", async () => {
      const [written] = await writeDecisions(records, [
        { type: decision.type, author: decision.author, accounts: [...named.values()] },
      ]);
      return String(written);
    });
    return { ok: true, id, isChanged: (await factsVersion(connection)) !== before };
  });
}

/** Leaves a decision out as if it had never been made; the later ones hold. */
export async function undoDecision(
  workspace: Workspace,
  id: string,
  author: string,
): Promise<DecisionResult | Refused> {
  await mirrorReady(workspace);
  const records = await workspace.records();
  return workspace.write(async (connection) => {
    const known = /^\d{1,9}$/.test(id)
      ? await records.selectFrom("unit_decision").selectAll().where("id", "=", Number(id)).executeTakeFirst()
      : undefined;
    if (known === undefined) {
      return refused("unknownDecision", `Es gibt keinen Entscheid ${id}.`, `There is no decision ${id}.`);
    }
    if (known.undone_at !== null) {
      return refused(
        "alreadyUndone",
        `Der Entscheid ${id} ist schon zurückgenommen.`,
        `Decision ${id} is undone already.`,
      );
    }
    const before = await factsVersion(connection);
    await changeMirrored(connection, records, "units", () =>
      records.transaction().execute(async (tx) => {
        await tx
          .updateTable("unit_decision")
          .set({ undone_at: sql`now()` })
          .where("id", "=", known.id)
          .execute();
        const detail = { type: known.type, accounts: known.accounts };
        await audit(tx, { author, action: "undoUnitDecision", subject: id, detail });
      }),
    );
    return { ok: true, id, isChanged: (await factsVersion(connection)) !== before };
  });
}

interface AccountName {
  readonly source: string;
  readonly accountKey: string;
}

/** Many decisions in one transaction, with one audit entry each; returns their ids in order. */
export async function writeDecisions(
  records: Records,
  decisions: readonly { type: DecisionType; author: string; accounts: readonly AccountName[] }[],
): Promise<number[]> {
  return records.transaction().execute(async (tx) => {
    const ids: number[] = [];
    for (const { type, author, accounts } of decisions) {
      const { id } = await tx
        .insertInto("unit_decision")
        .values({ type, accounts: JSON.stringify(accounts), decided_by: author, undone_at: null })
        .returning("id")
        .executeTakeFirstOrThrow();
      await audit(tx, { author, action: `${type}Accounts`, subject: String(id), detail: { accounts } });
      ids.push(id);
    }
    return ids;
  });
}

/** Names of the accounts that exist, by id in the given order. */
export async function accountNames(
  connection: DuckDBConnection,
  accounts: readonly number[],
): Promise<Map<number, AccountName>> {
  if (accounts.length === 0) return new Map();
  const rows = await all<AccountName & { account_id: number }>(
    connection,
    `SELECT account_id, source, account_key AS "accountKey" FROM account
    WHERE account_id IN (SELECT unnest(from_json(${literal(JSON.stringify(accounts))}, '["BIGINT"]')))`,
  );
  const byId = new Map(
    rows.map(({ account_id, source, accountKey }) => [account_id, { source, accountKey }]),
  );
  const ordered = accounts.flatMap((id) => {
    const name = byId.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return new Map(ordered);
}

function refuseUnknown(ids: readonly number[]): Refused {
  return refused(
    "unknownAccount",
    `Es gibt kein Konto mit der Nummer ${ids.join(", ")}.`,
    `There is no account with the number ${ids.join(", ")}.`,
  );
}

/** Conflicts of the fold in which the new decision would do nothing. */
const refusals: Partial<Record<UnitConflictKind, (accounts: string) => { de: string; en: string }>> = {
  tooFewAccounts: () => ({
    de: "Dafür braucht es mindestens zwei verschiedene Konten (zum Trennen eines).",
    en: "This needs at least two different accounts (one to take apart).",
  }),
  nothingToSplit: (accounts) => ({
    de: `Das Konto ${accounts} gehört zu keinem Kunden mit mehreren Konten; es gibt nichts zu trennen.`,
    en: `Account ${accounts} belongs to no customer of several accounts; there is nothing to take apart.`,
  }),
  joinsSeparated: (accounts) => ({
    de: `Damit kämen auch die Konten ${accounts} zusammen, die jemand getrennt hält. Nehmen Sie zuerst jenen Entscheid zurück.`,
    en: `This would also join accounts ${accounts}, which somebody keeps apart. Take that decision back first.`,
  }),
  alreadyTogether: (accounts) => ({
    de: `Die Konten ${accounts} sind schon ein Kunde; trennen Sie sie statt sie auseinanderzuhalten.`,
    en: `Accounts ${accounts} are one customer already; take them apart instead of keeping them apart.`,
  }),
};

function refuseConflict(kind: UnitConflictKind, accounts: readonly string[]): Refused {
  const message = refusals[kind]?.(accounts.join(", ")) ?? { de: kind, en: kind };
  return refused(kind, message.de, message.en);
}
