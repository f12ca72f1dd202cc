/**
 * `npm run bench [-- NAME…] [--write]`: runs the benches in this folder and prints a table; `--write` also puts it into
 * docs/performance.md. Every bench runs in a process of its own, so that one's memory is not counted for the next.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Bench, Measurement } from "./lib/measurement.ts";
import { machineDescription, performancePage, rowsOf, tableRow } from "./lib/performance-page.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const page = join(folder, "..", "docs", "performance.md");

function benchNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "run.ts")
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

/** Runs one bench here and hands its measurements to the process that asked, so that its own output stays free. */
async function measureHere(name: string): Promise<void> {
  const module: { run?: Bench } = await import(`./${name}.ts`);
  if (module.run === undefined) throw new Error(`bench/${name}.ts exports no function "run".`);
  process.send?.(await module.run());
  process.disconnect?.();
}

function measureApart(name: string): Promise<Measurement[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--expose-gc", "--import", "tsx", fileURLToPath(import.meta.url), "--in-process", name],
      { stdio: ["ignore", "inherit", "inherit", "ipc"] },
    );
    let measurements: Measurement[] | undefined;
    child.on("message", (message) => {
      measurements = message as Measurement[];
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0 && measurements !== undefined) resolve(measurements);
      else reject(new Error(`bench/${name}.ts ended with ${code}; its message is above.`));
    });
  });
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)),
    [],
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean" }, "in-process": { type: "string" } },
  });
  if (values["in-process"] !== undefined) return measureHere(values["in-process"]);
  const names = benchNames();
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}"; there are ${names.join(", ") || "none yet"}.`);
    process.exitCode = 2;
    return;
  }
  const chosen = positionals.length > 0 ? positionals : names;
  const measured: string[][] = [];
  for (const name of chosen) {
    console.error(`${name} …`);
    try {
      const measurements = await measureApart(name);
      if (measurements.length === 0) console.error(`${name} measured nothing: its outside data is not here.`);
      measured.push(...measurements.map((measurement) => tableRow(name, measurement)));
    } catch (error) {
      // The other benches still run; the command as a whole has failed.
      console.error((error as Error).message);
      process.exitCode = 1;
    }
  }
  const machine = machineDescription();
  console.log(`${machine}\n`);
  print(measured);
  if (!values.write) return;
  const before = existsSync(page) ? readFileSync(page, "utf8") : "";
  const measuredNames = new Set(measured.map(([name]) => name));
  // A row of an earlier run stays while its bench exists, was not measured now, and ran on the same machine.
  const kept = (before.includes(machine) ? rowsOf(before) : []).filter(
    ([name = ""]) => names.includes(name) && !measuredNames.has(name),
  );
  const rows = [...kept, ...measured].sort((a, b) => names.indexOf(a[0] ?? "") - names.indexOf(b[0] ?? ""));
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, performancePage(machine, rows));
}

await main();
