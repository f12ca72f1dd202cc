import { type CustomerQuery, customerQuerySchema } from "@kleinod/engine/measures/reports.ts";
import { audit } from "../postgres/audit.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";

/** Pages whose state can be kept under a name. */
const pages = ["customers"] as const;
export type ViewPage = (typeof pages)[number];

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly page: ViewPage;
  readonly query: CustomerQuery;
}

const longestName = 80;

/** Saved views by name. */
export async function listViews(workspace: Workspace): Promise<SavedView[]> {
  const records = await workspace.records();
  const rows = await records
    .selectFrom("saved_view")
    .select(["id", "name", "page", "query"])
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => {
    const query = customerQuerySchema.safeParse(row.query);
    const page = pages.find((candidate) => candidate === row.page);
    if (!query.success || page === undefined) return [];
    return [{ id: String(row.id), name: row.name, page, query: query.data as CustomerQuery }];
  });
}

/** Keeps a query under a name; the same name on the same page is written over. */
export async function saveView(
  workspace: Workspace,
  view: { readonly name: string; readonly page: string; readonly query: unknown },
  author: string,
): Promise<{ readonly ok: true; readonly view: SavedView } | Refused> {
  const name = view.name.trim();
  if (name === "" || name.length > longestName) {
    return refused(
      "viewNameInvalid",
      `Der Name einer Ansicht hat 1 bis ${longestName} Zeichen; dieser hat ${name.length}.`,
      `The name of a view has 1 to ${longestName} characters; this one has ${name.length}.`,
    );
  }
  const page = pages.find((candidate) => candidate === view.page);
  if (page === undefined) {
    return refused(
      "viewPageUnknown",
      `Auf der Seite «${view.page}» gibt es keine Ansichten; bekannt ist ${pages.join(", ")}.`,
      `The page "${view.page}" has no views; known is ${pages.join(", ")}.`,
    );
  }
  const parsed = customerQuerySchema.safeParse(view.query);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = `query.${issue?.path.join(".") ?? ""}`;
    const expected = issue?.message ?? "";
    return refused("viewQueryInvalid", `${place}: ${expected}`, `${place}: ${expected}`);
  }
  const query = JSON.stringify(parsed.data);
  const records = await workspace.records();
  const id = await records.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom("saved_view")
      .select(["id", "query"])
      .where("name", "=", name)
      .where("page", "=", page)
      .executeTakeFirst();
    const { id: written } =
      known === undefined
        ? await tx
            .insertInto("saved_view")
            .values({ name, page, query })
            .returning("id")
            .executeTakeFirstOrThrow()
        : await tx
            .updateTable("saved_view")
            .set({ query })
            .where("id", "=", known.id)
            .returning("id")
            .executeTakeFirstOrThrow();
    const detail = { name, page, before: known?.query ?? null, after: parsed.data };
    await audit(tx, { author, action: "saveView", subject: String(written), detail });
    return String(written);
  });
  return { ok: true, view: { id, name, page, query: parsed.data as CustomerQuery } };
}

/** Takes a view away and returns it, so that saving it again undoes this. */
export async function deleteView(
  workspace: Workspace,
  id: string,
  author: string,
): Promise<{ readonly ok: true; readonly view: SavedView } | Refused> {
  const view = (await listViews(workspace)).find((candidate) => candidate.id === id);
  if (view === undefined) {
    return refused(
      "unknownView",
      `Es gibt keine Ansicht mit der Nummer ${id}.`,
      `There is no view with the number ${id}.`,
    );
  }
  const records = await workspace.records();
  await records.transaction().execute(async (tx) => {
    await tx.deleteFrom("saved_view").where("id", "=", Number(id)).execute();
    await audit(tx, { author, action: "deleteView", subject: id, detail: view });
  });
  return { ok: true, view };
}
