import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all, one, StoreOwnedElsewhere } from "@kleinod/data/duckdb/connect.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * What survives a process that is killed without a word (kill -9, a closed laptop, a full memory): everything that was
 * acknowledged, and nothing by halves.
 */
const kills = 16;
/** An import takes about so long after the directory is open, a measuring about so long after the import. */
const importMs = 1800;
const measureMs = 700;
const options = importOptionsSchema.parse({});
const today = () => "2026-11-23";

let folder: string;
let files: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-kill-"));
  files = [join(folder, "a.csv"), join(folder, "b.csv")];
  await writeFile(files[0]!, salesFile(0));
  await writeFile(files[1]!, salesFile(1));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** 150,000 lines in 30,000 documents; in the second version every tenth document says something else. */
function salesFile(version: number): string {
  const rows = ["Belegnr;Belegdatum;Kundennr;Artikelnr;Menge;Nettobetrag;Währung"];
  for (let index = 0; index < 150_000; index++) {
    const document = Math.floor(index / 5);
    const day = String((document % 28) + 1).padStart(2, "0");
    const month = String((document % 12) + 1).padStart(2, "0");
    const cents = ((index * 7919) % 90_000) + 100 + (document % 10 === 0 ? version : 0);
    const amount = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
    rows.push(
      `R${document};${day}.${month}.${2024 + (document % 2)};K${document % 2500};A${index % 400};2;${amount};CHF`,
    );
  }
  return `${rows.join("\n")}\n`;
}

interface Child {
  readonly process: ChildProcess;
  /** Lines that the child wrote so far. */
  readonly said: string[];
  readonly hasExited: Promise<number | null>;
}

function start(directory: string, paths: readonly string[]): Child {
  const script = join(import.meta.dirname, "kill-child.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, directory, ...paths], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk) =>
    said.push(
      ...String(chunk)
        .split("\n")
        .filter((line) => line !== ""),
    ),
  );
  child.stderr.on("data", (chunk) => said.push(`error ${String(chunk)}`));
  const hasExited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return { process: child, said, hasExited };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(child: Child, word: string): Promise<void> {
  while (!child.said.some((line) => line.startsWith(word))) {
    if (child.process.exitCode !== null) throw new Error(`The child ended: ${child.said.join("\n")}`);
    await pause(20);
  }
}

/** Everything that the facts say, as one figure each. */
const facts = (workspace: Workspace) =>
  workspace.read((connection) =>
    one(
      connection,
      `SELECT count(*) AS lines, count(DISTINCT document_id) AS documents, count(DISTINCT customer_id) AS customers,
        sum(value_cents)::BIGINT AS cents,
        bit_xor(hash(document_number, account_key, product_code, quantity, amount_cents, document_date))::VARCHAR AS fingerprint
      FROM sale_line_current l LEFT JOIN (SELECT account_id, account_key FROM account) a USING (account_id)`,
    ),
  );

/** Halves of a batch: each must be zero. */
const halves = (workspace: Workspace) =>
  workspace.read((connection) =>
    one(
      connection,
      `SELECT
        (SELECT count(*) FROM content c LEFT JOIN (SELECT content_id, count(*) AS lines FROM sale_line GROUP BY content_id) l
          ON l.content_id = c.content_id WHERE c.lines IS DISTINCT FROM l.lines) AS incomplete_contents,
        (SELECT count(*) FROM sale_line l ANTI JOIN content c ON c.content_id = l.content_id) AS stray_lines,
        (SELECT count(*) FROM document_version v ANTI JOIN batch b ON b.batch_no = v.batch_no) AS versions_of_nothing,
        (SELECT count(*) FROM document d ANTI JOIN content c ON c.content_id = d.content_id) AS documents_without_content,
        (SELECT count(*) FROM batch b ANTI JOIN document_version v ON v.batch_no = b.batch_no) AS empty_batches,
        (SELECT count(*) FROM batch WHERE result = '{}') AS unfinished_batches,
        (SELECT count(*) FROM batch b WHERE json_extract(b.result, '$.read')::INTEGER <> 150000) AS odd_batches`,
    ),
  );

describe("killed without a word", () => {
  it(`${kills} times during import and measuring: opens again, batches are whole or absent, what was acknowledged is there`, async () => {
    const directory = join(folder, "killed");
    const acknowledged = new Set<string>();
    let imported = 0;
    for (let kill = 0; kill < kills; kill++) {
      const child = start(directory, kill % 2 === 0 ? files : [...files].reverse());
      // The first kills fall into the first import and into the first creation of the records; later ones, by turns, into
      // an import and into the measuring that follows it. Spread over the span in a fixed order that is not monotonous.
      const isMeasuring = kill >= 4 && kill % 2 === 1;
      await until(child, isMeasuring ? "batch" : "open");
      await pause(20 + ((kill * 7) % kills) * ((isMeasuring ? measureMs : importMs) / kills));
      child.process.kill("SIGKILL");
      await child.hasExited;
      expect(child.said.filter((line) => line.startsWith("error") || line.startsWith("refused"))).toEqual([]);
      for (const line of child.said) if (line.startsWith("batch ")) acknowledged.add(line.slice(6));

      const workspace = await openWorkspace({ directory, today });
      try {
        expect(Object.values(await halves(workspace))).toEqual([0, 0, 0, 0, 0, 0, 0]);
        expect(await readdir(workspace.workDirectory)).toEqual([]);
        const batches = await workspace.read((connection) =>
          all(connection, "SELECT 'b' || batch_no AS id FROM batch"),
        );
        const ids = batches.map((row) => String(row.id));
        expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
        imported = ids.length;
        if (kill === 3) await workspace.records();
      } finally {
        await workspace.close();
      }
    }
    expect(imported).toBeGreaterThan(3);

    const killed = await openWorkspace({ directory, today });
    const undisturbed = await openWorkspace({ directory: join(folder, "undisturbed"), today });
    try {
      const requests = files.map((path) => ({ path }));
      await runImport(killed, requests, options);
      await runImport(undisturbed, requests, options);
      expect(await facts(killed)).toEqual(await facts(undisturbed));
      const [again, plain] = [await measure(killed), await measure(undisturbed)];
      expect(again).toMatchObject({ ok: true, customers: 2500 });
      expect(plain).toMatchObject({ ok: true, customers: 2500 });
    } finally {
      await killed.close();
      await undisturbed.close();
    }
  }, 240_000);
});

describe("a second process on the same directory", () => {
  it("is told at once that it belongs to another one, and harms nothing", async () => {
    const directory = join(folder, "shared");
    const child = start(directory, files);
    await until(child, "open");
    const started = performance.now();
    await expect(openWorkspace({ directory, today })).rejects.toThrow(StoreOwnedElsewhere);
    expect(performance.now() - started).toBeLessThan(2000);
    // The import that was under way when we knocked comes to its end.
    await until(child, "batch");
    expect(child.said.filter((line) => line.startsWith("error"))).toEqual([]);
    child.process.kill("SIGKILL");
    await child.hasExited;
    const workspace = await openWorkspace({ directory, today });
    try {
      expect(await facts(workspace)).toMatchObject({ lines: 150_000, documents: 30_000, customers: 2500 });
    } finally {
      await workspace.close();
    }
  });
});
