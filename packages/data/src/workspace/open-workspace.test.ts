import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StoreOwnedElsewhere } from "../duckdb/connect.ts";
import { openWorkspace } from "./open-workspace.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "kleinod-workspace-"));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

it("is not opened twice in one process, and again after it was closed", async () => {
  const first = await openWorkspace({ directory });
  await expect(openWorkspace({ directory: join(directory, ".") })).rejects.toThrow(StoreOwnedElsewhere);
  await first.close();
  const second = await openWorkspace({ directory });
  await second.close();
});
