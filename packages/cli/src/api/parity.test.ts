import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli, shim, spawnCli, spawnServer } from "../testing/run-cli.ts";
import { saleLinesCsv } from "../testing/sale-lines.ts";

let folder: string;
let alone: string;
let served: string;
let server: { address: string; child: ChildProcess };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-parity-"));
  alone = join(folder, "alone");
  served = join(folder, "served");
  await writeFile(join(folder, "invoices.csv"), saleLinesCsv);
  await writeFile(join(folder, "empty.csv"), "");
  await writeFile(join(folder, "plan.json"), JSON.stringify(plan));
  server = await spawnServer(served);
});
afterAll(async () => {
  if (server.child.exitCode === null) {
    server.child.kill();
    await once(server.child, "close");
  }
  await rm(folder, { recursive: true, force: true });
});

const plan = {
  name: "Referral",
  snapshot: "latest",
  assignments: [
    {
      option: "L4e",
      segment: "small",
      from: "2027-01-01",
      params: { rewardCents: 5000, rewardsBoth: true, yearlyCostCents: 0, oneOffCostCents: 0 },
    },
  ],
};

/** Instants and durations differ between any two runs. */
function normalised(text: string): unknown {
  const volatile = new Set(["importedAt", "seconds", "validFrom", "bytes", "createdAt"]);
  return JSON.parse(text, (key, value: unknown) => (volatile.has(key) ? `<${key}>` : value));
}

describe("decision 0002: in process and through a running server", () => {
  it.each([
    ["report overview"],
    ["import invoices.csv"],
    ["import invoices.csv --dry-run"],
    ["import empty.csv"],
    ["import invoices.csv --source shop --currency EUR"],
    ["import list"],
    ["measure"],
    ["report overview"],
    ["report whale"],
    ["report quiet --states active,slowing,dormant"],
    ["report customers --filter salesLast12Cents>=1"],
    ["report contracts --within 90"],
    ["report overview --as-of 2026-01-31"],
    ["parameters set rhythm.peerWeight 5"],
    ["parameters set rhythm.peerWeight -5"],
    ["parameters get"],
    ["parameters diff size.lineCents 3000"],
    ["import undo b2"],
    ["import undo b2"],
    ["import undo b99"],
    ["report overview"],
    ["import redo b2"],
    ["report overview"],
    ["plan template"],
    ["plan save --plan plan.json --reason first"],
    ["plan save --plan plan.json --as 1"],
    ["plan save --plan plan.json --as 9"],
    ["plan copy 1.1 --name Copy"],
    ["plan compare 1 2"],
    ["plan show 1.2"],
    ["plan end 1"],
    ["plan list"],
  ])("%s gives the same document and exit code", async (line) => {
    const args = line.split(" ").map((part) => (/\.(csv|json)$/.test(part) ? join(folder, part) : part));
    const first = await runCli(...args, "--json", "--dir", alone);
    const second = await runCli(...args, "--json", "--dir", served);
    expect(second.exitCode).toBe(first.exitCode);
    expect(normalised(second.stdout)).toEqual(normalised(first.stdout));
  });

  it("exports the same bytes", async () => {
    const files = await Promise.all(
      [alone, served].map(async (dir) => {
        const out = join(dir, "customers.csv");
        await runCli("export", "customers", "--format", "csv", "--out", out, "--dir", dir);
        return out;
      }),
    );
    const [first, second] = await Promise.all(files.map((file) => readFile(file, "utf8")));
    expect(second).toBe(first);
    expect(first?.length).toBeGreaterThan(100);
  });

  it("makes relative paths absolute, because the server works elsewhere", async () => {
    const { exitCode, stdout } = await spawnCli(
      folder,
      "import",
      "invoices.csv",
      "--json",
      "--dir",
      "served",
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ batches: [{ unchanged: 4 }] });
  });

  it("lets nobody serve the same directory twice, and says where it is served", async () => {
    const second = await spawnCli(folder, "start", "--dir", served, "--no-example");
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toContain(server.address);
  });

  it("ends in order on a signal and then leaves the directory to the next command", async () => {
    server.child.kill("SIGTERM");
    const [code] = (await once(server.child, "close")) as [number];
    expect(code).toBe(0);
    expect(existsSync(join(served, "lock.json"))).toBe(false);
    expect((await runCli("import", "list", "--dir", served)).exitCode).toBe(0);
  });
});

describe("Ctrl-C", () => {
  it("cancels the import, keeps nothing of it, and ends with 1", async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, index) =>
        `R${index >> 2};2026-01-0${1 + (index % 9)};K${index % 5000};A${index % 100};Screw;2;10.00;CHF`,
    );
    const large = join(folder, "large.csv");
    await writeFile(large, [saleLinesCsv.split("\n")[0], ...rows, ""].join("\n"));
    const dir = join(folder, "cancelled");
    const child = spawn(process.execPath, [shim, "import", large, "--dir", dir], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Progress on stderr: the work has begun.
    await once(child.stderr, "data");
    child.kill("SIGINT");
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(1);
    const { stdout } = await runCli("import", "list", "--json", "--dir", dir);
    expect(JSON.parse(stdout)).toEqual({ batches: [] });
  });
});
