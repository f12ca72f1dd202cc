import type { DuckDBConnection } from "@duckdb/node-api";
import type {
  AssignmentInput,
  AssignmentPreview,
  HandoverInput,
  LegitimateInput,
  ResponsibilityDecision,
  Target,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { type Insertable, sql } from "kysely";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import type { RecordTables } from "../postgres/tables.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { changeMirrored } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { type TargetCustomer, targetCustomers } from "./responsibility-target.ts";

export interface DecisionMade {
  readonly ok: true;
  readonly id: string;
  readonly customers: number;
}

/** What an assignment would change, before anybody makes it. */
export async function previewAssignment(
  workspace: Workspace,
  { target, assign }: AssignmentInput,
): Promise<({ readonly ok: true } & AssignmentPreview) | Refused> {
  const found = await resolve(workspace, target);
  if (!found.ok) return found;
  const { customers } = found;
  const isSame = ({ responsible, responsibleType }: TargetCustomer) =>
    responsible === assign.name && responsibleType === assign.type;
  const changing = customers.filter((customer) => !isSame(customer));
  const gapsClosed = changing.filter(({ responsible }) => responsible === null).length;
  const sales = customers.flatMap(({ salesLast12Cents }) => salesLast12Cents ?? []);
  return {
    ok: true,
    customers: customers.length,
    gapsClosed,
    moved: changing.length - gapsClosed,
    unchanged: customers.length - changing.length,
    small: customers.filter(({ sizeClass }) => sizeClass === "small").length,
    large: customers.filter(({ sizeClass }) => sizeClass === "large").length,
    salesLast12Cents: sales.length === 0 ? null : sales.reduce((sum, cents) => sum + cents, 0),
    sample: changing
      .slice(0, 20)
      .map(({ customerId, name, responsible }) => ({ customerId, name, before: responsible })),
  };
}

/** Makes somebody responsible for one or many customers, beside all rules; one decision that can be undone as one. */
export async function assignResponsible(
  workspace: Workspace,
  { target, assign, reason }: AssignmentInput,
  author: string,
): Promise<DecisionMade | Refused> {
  const found = await resolve(workspace, target);
  if (!found.ok) return found;
  return decide(workspace, found.customers, { kind: "assign", ...assign, reason, made_by: author });
}

/** Declares that specialists are wanted at these customers: their time there is no leak. */
export async function declareLegitimate(
  workspace: Workspace,
  { target, role, reason }: LegitimateInput,
  author: string,
): Promise<DecisionMade | Refused> {
  const found = await resolve(workspace, target);
  if (!found.ok) return found;
  return decide(workspace, found.customers, { kind: "legitimate", role, reason, made_by: author });
}

/** Hands a customer over warmly: the new one is named, with a time and a note; they are responsible from now on. */
export async function handOver(
  workspace: Workspace,
  { customerId, from, to, agreedAt, note }: HandoverInput,
  author: string,
): Promise<DecisionMade | Refused> {
  const found = await resolve(workspace, { customers: [customerId] });
  if (!found.ok) return found;
  const before = from ?? found.customers[0]?.responsible ?? null;
  const decision = { kind: "handover", ...to, reason: note === "" ? null : note, made_by: author } as const;
  return decide(workspace, found.customers, decision, async (tx, id) => {
    await tx
      .insertInto("responsibility_handover")
      .values({ decision_id: id, from_name: before, agreed_at: agreedAt, note })
      .execute();
  });
}

/** Leaves a decision out as if it had never been made; older ones of the same customers hold again. */
export async function undoResponsibilityDecision(
  workspace: Workspace,
  id: string,
  author: string,
): Promise<DecisionMade | Refused> {
  const records = await workspace.records();
  return workspace.write(async (connection) => {
    const known = await readDecision(records, id);
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
    const { customers } = await records
      .selectFrom("responsibility_exception")
      .select(sql<string>`count(*)`.as("customers"))
      .where("decision_id", "=", known.id)
      .executeTakeFirstOrThrow();
    await changeMirrored(connection, records, "responsibility", () =>
      records.transaction().execute(async (tx) => {
        await tx
          .updateTable("responsibility_decision")
          .set({ undone_at: sql`now()` })
          .where("id", "=", known.id)
          .execute();
        await audit(tx, { author, action: "undoResponsibility", subject: id, detail: { kind: known.kind } });
      }),
    );
    return { ok: true, id, customers: Number(customers) };
  });
}

function readDecision(records: Records, id: string) {
  const number = /^\d{1,9}$/.test(id) ? Number(id) : -1;
  return records
    .selectFrom("responsibility_decision")
    .selectAll()
    .where("id", "=", number)
    .executeTakeFirst();
}

/** The last decisions, newest first. */
export async function listResponsibilityDecisions(
  workspace: Workspace,
  limit = 200,
): Promise<ResponsibilityDecision[]> {
  const records = await workspace.records();
  const rows = await records
    .selectFrom("responsibility_decision as d")
    .selectAll("d")
    .select((eb) =>
      eb
        .selectFrom("responsibility_exception as e")
        .whereRef("e.decision_id", "=", "d.id")
        .select(sql<string>`count(*)`.as("customers"))
        .as("customers"),
    )
    .orderBy("d.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind,
    assign:
      row.type === null || row.name === null
        ? null
        : { type: row.type, name: row.name, category: row.category },
    role: row.role,
    customers: Number(row.customers),
    reason: row.reason,
    author: row.made_by,
    madeAt: new Date(row.made_at).toISOString(),
    isUndone: row.undone_at !== null,
  }));
}

async function resolve(workspace: Workspace, target: Target) {
  const found = await reportContext(workspace, { stale: "latest" });
  if (!found.ok) return found;
  return workspace.read((connection: DuckDBConnection) =>
    targetCustomers(connection, found.context.snapshotTable, target),
  );
}

type Decision = Pick<
  Insertable<RecordTables["responsibility_decision"]>,
  "kind" | "type" | "name" | "category" | "role" | "reason" | "made_by"
>;

async function decide(
  workspace: Workspace,
  customers: readonly TargetCustomer[],
  decision: Partial<Decision> & Pick<Decision, "kind" | "made_by">,
  more: (tx: Records, id: number) => Promise<void> = async () => undefined,
): Promise<DecisionMade> {
  const records = await workspace.records();
  const values = { type: null, name: null, category: null, role: null, reason: null, ...decision };
  return workspace.write((connection) =>
    changeMirrored(connection, records, "responsibility", () =>
      records.transaction().execute(async (tx) => {
        const { id } = await tx
          .insertInto("responsibility_decision")
          .values(values)
          .returning("id")
          .executeTakeFirstOrThrow();
        const names = JSON.stringify(
          customers.map(({ source, accountKey }) => ({ source, account_key: accountKey })),
        );
        await sql`
          insert into responsibility_exception (decision_id, source, account_key)
          select ${id}, source, account_key
          from json_to_recordset(${names}::json) as r(source text, account_key text)
        `.execute(tx);
        await more(tx, id);
        const { made_by: author, ...detail } = values;
        await audit(tx, {
          author,
          action: `${values.kind}Responsibility`,
          subject: String(id),
          detail: { ...detail, customers: customers.length },
        });
        return { ok: true as const, id: String(id), customers: customers.length };
      }),
    ),
  );
}
