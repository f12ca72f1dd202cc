import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportResult } from "@kleinod/engine/import/result.ts";
import { overviewSchema, whaleSchema } from "@kleinod/engine/measures/reports.ts";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./main.ts";
import { jsonOf, runCli, spawnCli } from "./testing/run-cli.ts";
import { saleLinesCsv } from "./testing/sale-lines.ts";

let folder: string;
let dir: string;
let csv: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-cli-"));
  dir = join(folder, "company");
  csv = join(folder, "invoices.csv");
  await writeFile(csv, saleLinesCsv);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

describe("help", () => {
  const program = buildProgram({ streams: process, exitCode: 0 });

  it.each(allCommands(program).map((command) => [pathOf(command)]))(
    "of %j shows an example",
    async (path) => {
      const { exitCode, stdout } = await runCli(...path.split(" ").slice(1), "--help");
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Example:\n {2}kleinod /);
    },
  );

  it("names --dir and --json in every command", () => {
    for (const command of allCommands(program).slice(1)) {
      expect(command.options.map((option) => option.long)).toEqual(
        expect.arrayContaining(["--dir", "--json"]),
      );
    }
  });
});

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

describe("wrong usage ends with 2 and leaves stdout alone", () => {
  it.each([
    [["nothing"]],
    [["import"]],
    [["import", "a.csv", "--full", "--delta"]],
    [["import", "a.csv", "--as", "invoices"]],
    [["import", "a.csv", "--currency", "francs"]],
    [["import", "undo"]],
    [["measure", "--as-of", "2026-02-31"]],
    [["report", "customers", "--filter", "nothing=1"]],
    [["report", "customers", "--filter", "salesLast12Cents>=much"]],
    [["export", "customers", "--format", "pdf", "--out", "x"]],
    [["parameters", "set", "no.such", "1"]],
    [["init", "--example", "alpfix"]],
    [["init", "--example", "alpfix", "--customers", "0", "--out", "never"]],
  ])("%j", async (args) => {
    const { exitCode, stdout, stderr } = await runCli(...args, "--dir", join(folder, "never"));
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toBe("");
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});

describe("a file, from import to export", () => {
  it("prints a template without a data directory", async () => {
    const never = join(folder, "never");
    expect(
      (await runCli("import", "--template", "saleLines", "--dir", never, "--lang", "de")).stdout,
    ).toContain(";");
    expect(await jsonOf("import", "--template", "customers", "--dir", never)).toMatchObject({
      kind: "customers",
    });
    expect(existsSync(never)).toBe(false);
  });

  it("says that nothing is there before the first import, also as JSON", async () => {
    const { exitCode, stdout, stderr } = await runCli("report", "overview", "--dir", dir, "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ code: "noData", status: 409 });
    expect(stderr).toContain("no data");
  });

  it("tries, applies, and finds the same file unchanged", async () => {
    const tried = await jsonOf<ImportResult>("import", csv, "--dir", dir, "--dry-run");
    expect(tried.batches).toMatchObject([{ batchId: null, status: "dryRun", created: 4 }]);
    const { exitCode, stdout } = await runCli("import", csv, "--dir", dir, "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ batches: [{ batchId: "b1", status: "applied", created: 4 }] });
    const again = await jsonOf<ImportResult>("import", csv, "--dir", dir);
    expect(again.batches).toMatchObject([{ created: 0, unchanged: 4 }]);
  });

  it("ends with 1 when a row is rejected, a file is refused or a question is open", async () => {
    const header = saleLinesCsv.split("\n")[0];
    const lines = Array.from({ length: 100 }, (_, index) => `S${index};2026-03-07;K1;A;Screw;1;10.00;CHF`);
    const files = {
      "rejected.csv": [header, ...lines, "S100;no date;K1;A;Screw;1;10.00;CHF", ""].join("\n"),
      "empty.csv": "",
      "ambiguous.csv": saleLinesCsv.replaceAll(/2026-0(\d)-0(\d)/g, "0$2/0$1/2026"),
    };
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await writeFile(path, text);
      const result = await runCli(
        "import",
        path,
        "--dir",
        join(folder, "bad"),
        "--no-measure",
        "--currency",
        "CHF",
      );
      expect([name, result.exitCode]).toEqual([name, 1]);
    }
    const asked = await jsonOf<ImportResult>(
      "import",
      join(folder, "ambiguous.csv"),
      "--dir",
      join(folder, "bad"),
    );
    expect(asked.questions).toMatchObject([{ code: "dateFormat", file: "ambiguous.csv" }]);
    const { option, candidates } = asked.questions[0]!;
    expect([option, candidates]).toEqual(["--date-format", ["d/m/yyyy", "m/d/yyyy"]]);
    const answered = await runCli(
      "import",
      join(folder, "ambiguous.csv"),
      option,
      "d/m/yyyy",
      "--no-measure",
      "--dir",
      join(folder, "bad"),
    );
    expect(answered.exitCode).toBe(0);
    const missing = await runCli("import", join(folder, "missing.csv"), "--dir", join(folder, "bad"));
    expect(missing.exitCode).toBe(1);
  });

  it("reports as the schemas say, and in the reader's language", async () => {
    const overview = overviewSchema.parse(await jsonOf("report", "overview", "--dir", dir));
    // 2 · 10.00 + 1 · 20.00 + 3 · 10.00 + 1 · 5.00
    expect(overview.salesCents.last12).toBe(7500);
    expect(whaleSchema.parse(await jsonOf("report", "whale", "--dir", dir))).toMatchObject({ customers: 3 });
    expect((await runCli("report", "overview", "--dir", dir, "--lang", "de")).stdout).toContain("3 Kunden");
    expect((await runCli("report", "whale", "--dir", dir, "--lang", "en")).stdout).toContain(
      "all 3 customers",
    );
    expect((await runCli("report", "quiet", "--dir", dir, "--lang", "de")).exitCode).toBe(0);
    const filter = [
      "--filter",
      "salesLast12Cents>=2000",
      "--sort",
      "-salesLast12Cents",
      "--columns",
      "accountKey",
    ];
    const page = await jsonOf<{ rows: object[] }>("report", "customers", "--dir", dir, ...filter);
    expect(page.rows).toEqual(
      [{ accountKey: "K1" }, { accountKey: "K2" }].map((row) => expect.objectContaining(row)),
    );
  });

  it("measures another day on request", async () => {
    const measured = await jsonOf("measure", "--as-of", "2026-01-31", "--dir", dir);
    expect(measured).toMatchObject({
      asOf: "2026-01-31",
      steps: expect.arrayContaining([expect.anything()]),
    });
    const january = await jsonOf("report", "overview", "--as-of", "2026-01-31", "--dir", dir);
    // One invoice until then: 2 · 10.00
    expect(january).toMatchObject({ asOf: "2026-01-31", salesCents: { last12: 2000 } });
    expect((await runCli("measure", "--print-sql", "--dir", dir)).stdout).toContain(
      "CREATE OR REPLACE TABLE m_sales",
    );
  });

  it("exports, changes a parameter, shows what it would change, undoes and redoes", async () => {
    const out = join(folder, "customers.csv");
    const args = ["--format", "csv", "--out", out, "--columns", "accountKey", "--sort", "accountKey"];
    expect((await runCli("export", "customers", ...args, "--dir", dir)).exitCode).toBe(0);
    expect((await readFile(out, "utf8")).split("\r\n").slice(1)).toEqual(["K1", "K2", "K3", ""]);
    expect(await jsonOf("parameters", "diff", "size.lineCents", "3000", "--dir", dir)).toHaveProperty(
      "affected",
    );
    const set = ["parameters", "set", "size.lineCents", "3000", "--reason", "test", "--dir", dir];
    expect(await jsonOf(...set)).toMatchObject({ code: "size.lineCents", value: 3000, reason: "test" });
    expect((await runCli("parameters", "set", "company.currency", "CHF", "--dir", dir)).exitCode).toBe(0);
    expect(await jsonOf("parameters", "get", "size.lineCents", "--dir", dir)).toMatchObject({ version: 1 });
    expect((await runCli("parameters", "set", "size.lineCents", "-1", "--dir", dir)).exitCode).toBe(1);
    expect(await jsonOf("import", "undo", "b1", "--dir", dir)).toMatchObject({ status: "undone" });
    expect((await runCli("import", "undo", "b1", "--dir", dir)).exitCode).toBe(1);
    expect(await jsonOf("import", "redo", "b1", "--dir", dir)).toMatchObject({ status: "applied" });
    const { batches } = await jsonOf<{ batches: object[] }>("import", "list", "--dir", dir);
    expect(batches).toHaveLength(2);
  });

  it("backs up and restores", async () => {
    const file = join(folder, "backup.tar.gz");
    const restored = join(folder, "restored");
    expect((await runCli("backup", file, "--dir", dir)).exitCode).toBe(0);
    expect((await runCli("backup", file, "--dir", dir)).exitCode).toBe(1);
    expect((await runCli("restore", file, "--dir", restored)).exitCode).toBe(0);
    const there = await jsonOf("report", "overview", "--dir", restored);
    expect(there).toMatchObject({ salesCents: { last12: 7500 }, sizeLine: { cents: 3000 } });
    expect((await runCli("restore", file, "--dir", restored)).exitCode).toBe(1);
    expect((await runCli("doctor", "--dir", dir)).exitCode).toBe(0);
  });
});

describe("the command as a person runs it", () => {
  it("works from any folder, whatever tsconfig.json lies there, and names what is not there", async () => {
    await writeFile(join(folder, "tsconfig.json"), "{ not json");
    const init = await spawnCli(folder, "init", "--json");
    expect(init).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(init.stdout)).toEqual({ directory: join(folder, ".kleinod", "company") });
    expect((await spawnCli(folder, "--version")).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("writes a reference company's files, apart from the truth behind them", async () => {
    const out = join(folder, "exports");
    const args = [
      "init",
      "--example",
      "meridia",
      "--customers",
      "50",
      "--lines",
      "500",
      "--seed",
      "7",
      "--out",
      out,
    ];
    const written = await jsonOf<{ files: { path: string; rows: number }[]; truth: string[] }>(...args);
    expect(written.files.every(({ path }) => existsSync(path))).toBe(true);
    expect(written.truth.every((path) => path.startsWith(join(out, "truth")))).toBe(true);
  });
});
