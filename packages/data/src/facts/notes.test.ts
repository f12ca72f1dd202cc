import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFacts, type TestWorkspace, testWorkspace } from "../segments/testing/test-workspace.ts";
import { getNotes, setNote } from "./notes.ts";
import { deleteView, listViews, saveView } from "./views.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
  await addFacts(test.workspace, 1, { accounts: [{ account: "A1" }, { account: "A2" }, { account: "A3" }] });
});
afterAll(() => test.remove());

const join = (account: number, customer: number) =>
  test.workspace.write((connection) =>
    connection.run("UPDATE account SET customer_id = ? WHERE account_id = ?", [customer, account]),
  );

describe("notes", () => {
  it("belong to an account; a customer of several shows the newest", async () => {
    expect(await setNote(test.workspace, 1, " Calls on Monday ", "ana")).toEqual({
      ok: true,
      note: "Calls on Monday",
    });
    await setNote(test.workspace, 2, "Prefers e-mail", "ben");
    expect(await getNotes(test.workspace)).toEqual(
      new Map([
        [1, "Calls on Monday"],
        [2, "Prefers e-mail"],
      ]),
    );
    await join(2, 1);
    expect(await getNotes(test.workspace)).toEqual(new Map([[1, "Prefers e-mail"]]));
    await setNote(test.workspace, 1, "Moved", "ana");
    expect(await getNotes(test.workspace)).toEqual(new Map([[1, "Moved"]]));
    // Taken apart again, each account still has its own.
    await join(2, 2);
    expect(await getNotes(test.workspace)).toEqual(
      new Map([
        [1, "Moved"],
        [2, "Prefers e-mail"],
      ]),
    );
  });

  it("are taken away by an empty text, and every change is noted", async () => {
    expect(await setNote(test.workspace, 1, "  ", "ana")).toEqual({ ok: true, note: null });
    expect(await getNotes(test.workspace)).toEqual(new Map([[2, "Prefers e-mail"]]));
    const records = await test.workspace.records();
    const audit = await records
      .selectFrom("audit_entry")
      .select(["author", "subject"])
      .orderBy("id")
      .execute();
    expect(audit.map(({ author, subject }) => `${author} ${subject}`)).toEqual([
      "ana main A1",
      "ben main A2",
      "ana main A1",
      "ana main A1",
    ]);
  });

  it("are refused for nobody, and when they are a book", async () => {
    expect(await setNote(test.workspace, 99, "?", "ana")).toMatchObject({ code: "unknownCustomer" });
    expect(await setNote(test.workspace, 1, "x".repeat(10_001), "ana")).toMatchObject({
      code: "noteTooLong",
    });
  });
});

describe("saved views", () => {
  const query = { search: "bern", filters: [], sort: "-salesLast12Cents", columns: ["name", "city"] };

  it("are kept by name, written over and taken away", async () => {
    const saved = await saveView(test.workspace, { name: "Bern", page: "customers", query }, "ana");
    if (!saved.ok) throw new Error(saved.code);
    expect(saved.view).toMatchObject({ name: "Bern", page: "customers", query });
    await saveView(
      test.workspace,
      { name: "Bern", page: "customers", query: { ...query, search: "thun" } },
      "ana",
    );
    expect(await listViews(test.workspace)).toMatchObject([{ id: saved.view.id, query: { search: "thun" } }]);
    expect(await deleteView(test.workspace, saved.view.id, "ana")).toMatchObject({
      ok: true,
      view: { name: "Bern" },
    });
    expect(await listViews(test.workspace)).toEqual([]);
  });

  it("are refused without a name, for another page and with a query that is none", async () => {
    const save = (view: object) =>
      saveView(test.workspace, { name: "x", page: "customers", query, ...view }, "ana");
    expect(await save({ name: " " })).toMatchObject({ code: "viewNameInvalid" });
    expect(await save({ page: "overview" })).toMatchObject({ code: "viewPageUnknown" });
    expect(await save({ query: { filters: 3 } })).toMatchObject({ code: "viewQueryInvalid" });
    expect(await deleteView(test.workspace, "99", "ana")).toMatchObject({ code: "unknownView" });
  });
});
