import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ProblemRow, writeProblemsFile } from "./write-problems-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-problems-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("writes the original rows behind what is wrong with them, and defuses formulas", async () => {
  const path = join(folder, "problems.csv");
  const dialect = { delimiter: ";", quote: '"', columns: ["Beleg", "Kunde"] } as const;
  const problems: ProblemRow[] = [
    {
      line: 2,
      column: "Beleg",
      rule: "dateUnreadable",
      message: "31.02.; unbekannt",
      text: '1;"Müller\n""AG"""',
    },
    { line: 5, column: null, rule: "columnCount", message: "3 statt 2", text: "2;=cmd|' /C calc'!A0;-12,50" },
    { line: null, column: null, rule: "file", message: "ganze Datei", text: null },
  ];
  expect(await writeProblemsFile(path, dialect, problems)).toBe(3);
  expect(await readFile(path, "utf8")).toBe(
    [
      "\ufeffline;column;rule;message;Beleg;Kunde",
      '2;Beleg;dateUnreadable;"31.02.; unbekannt";1;"Müller\n""AG"""',
      "5;;columnCount;3 statt 2;2;'=cmd|' /C calc'!A0;-12,50",
      ";;file;ganze Datei",
      "",
    ].join("\r\n"),
  );
  expect((await stat(path)).mode & 0o077).toBe(0);
});
