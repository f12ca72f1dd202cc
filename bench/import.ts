import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { literal } from "@kleinod/data/duckdb/connect.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { openWorkspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { writeLargeSaleLines } from "./lib/large-sale-lines.ts";
import type { Measurement } from "./lib/measurement.ts";

const options = importOptionsSchema.parse({});
const retail = resolve(
  process.env.KLEINOD_TEST_DATA ?? "../shared/data",
  "online-retail/online_retail_II.csv.gz",
);

const seconds = async (work: () => Promise<unknown>) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const peakGigabytes = () => process.resourceUsage().maxRSS / 1_048_576;

/** Import of the real file twice, then of a large synthetic one beside bare DuckDB on the same bytes. */
export async function run(): Promise<Measurement[]> {
  const directory = await mkdtemp(join(tmpdir(), "kleinod-bench-"));
  try {
    return [...(await measureRetail(directory)), ...(await measureLarge(directory))];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureRetail(directory: string): Promise<Measurement[]> {
  if (!existsSync(retail)) return [];
  const workspace = await openWorkspace({ directory: join(directory, "retail") });
  try {
    const first = await seconds(() => runImport(workspace, [{ path: retail }], options));
    const memory = peakGigabytes();
    const again = await seconds(() => runImport(workspace, [{ path: retail }], options));
    const note = "Online Retail II, 1,067,370 lines, real";
    return [
      { name: "import Online Retail II", value: first, unit: "s", budget: 6, note },
      { name: "import Online Retail II, peak memory", value: memory, unit: "GB", budget: 1.5, note },
      {
        name: "import it again, nothing changes (÷ first)",
        value: again / first,
        unit: "ratio",
        budget: 1,
        note,
      },
    ];
  } finally {
    await workspace.close();
  }
}

async function measureLarge(directory: string): Promise<Measurement[]> {
  const lines = process.env.KLEINOD_BENCH_LARGE === "1" ? 20_000_000 : 2_000_000;
  const path = join(directory, "large.csv");
  await writeLargeSaleLines(path, lines);
  const bare = await seconds(() => bareDuckDb(path, join(directory, "bare.duckdb")));
  const workspace = await openWorkspace({ directory: join(directory, "large") });
  try {
    const first = await seconds(() => runImport(workspace, [{ path }], options));
    const again = await seconds(() => runImport(workspace, [{ path }], options));
    const note = `${(lines / 1e6).toFixed(0)} million lines, \`;\`, decimal comma; synthetic`;
    return [
      { name: "import of a large file", value: lines / first, unit: "lines/s", budget: 400_000, note },
      { name: "bare DuckDB staging and typing of it", value: lines / bare, unit: "lines/s", note },
      { name: "import ÷ bare staging", value: first / bare, unit: "ratio", note },
      { name: "re-import ÷ import", value: again / first, unit: "ratio", budget: 1, note },
      { name: "peak memory of both", value: peakGigabytes(), unit: "GB", note },
    ];
  } finally {
    await workspace.close();
  }
}

/** The floor: DuckDB reads the text and types two numbers and a date, without any rule or key. */
async function bareDuckDb(path: string, store: string): Promise<void> {
  const instance = await DuckDBInstance.create(store, { threads: "2", memory_limit: "2GB" });
  const connection = await instance.connect();
  const names = ["document", "account", "date", "product", "quantity", "price", "amount", "currency"];
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  const number = (name: string) => `TRY_CAST(replace(${name}, ',', '.') AS DECIMAL(18,6))`;
  await connection.run(`CREATE TABLE bare AS
  SELECT document, account, CAST(try_strptime(date, '%d.%m.%Y') AS DATE) AS date, product, ${number("quantity")} AS quantity,
    ${number("price")} AS price, CAST(${number("amount")} * 100 AS BIGINT) AS amount_cents, currency
  FROM read_csv(${literal(path)}, delim = ';', header = true, auto_detect = false, columns = {${columns}})`);
  connection.closeSync();
  instance.closeSync();
}
