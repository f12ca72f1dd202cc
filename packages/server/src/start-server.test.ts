import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listen } from "./listen.ts";
import { type RunningServer, startServer } from "./start-server.ts";

let folder: string;
const running: RunningServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-start-"));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(name = "company") {
  const server = await startServer({
    directory: join(folder, name),
    exampleDirectory: join(folder, `${name}-example`),
    port: 0,
    prepareExample: false,
  });
  running.push(server);
  return server;
}

describe("a running server", () => {
  it("listens on this machine only, says where in lock.json, and withdraws at the end", async () => {
    const server = await start();
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const lock = join(folder, "company", "lock.json");
    expect(JSON.parse(await readFile(lock, "utf8"))).toEqual({
      pid: process.pid,
      address: server.address,
      token: server.token,
    });
    // Only the person's own account may read the token.
    if (process.platform !== "win32") expect((await stat(lock)).mode & 0o777).toBe(0o600);
    const status = (await (await fetch(`${server.address}/api/status`)).json()) as object;
    expect(status).toMatchObject({ address: server.address, localOnly: true });
    await running.pop()?.close();
    await expect(stat(lock)).rejects.toThrow("ENOENT");
    await expect(fetch(`${server.address}/api/status`)).rejects.toThrow();
  });

  it("throws away an example that was left half made", async () => {
    const example = join(folder, "company-example");
    await mkdir(example);
    await writeFile(join(example, "leftover"), "");
    const server = await start();
    const status = await (await fetch(`${server.address}/api/status?space=example`)).json();
    expect(status).toMatchObject({ space: "example", exampleReady: false });
  });
});

describe("ports", () => {
  const answer = () => new Response("here");

  it("takes the next free port, unless one was asked for", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const next = await listen(answer, port, false);
    expect(next.port).toBeGreaterThan(port);
    expect(await (await fetch(`http://127.0.0.1:${next.port}`)).text()).toBe("here");
    await expect(listen(answer, port, true)).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => next.server.close(resolve));
    await new Promise((resolve) => other.close(resolve));
  });
});
