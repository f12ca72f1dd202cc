import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Job } from "@kleinod/engine/import/history.ts";
import { createApp } from "../app.ts";
import { closeParts, createParts } from "../create-parts.ts";
import type { ExampleGenerator } from "../workspace/example.ts";
import { Spaces } from "../workspace/spaces.ts";

export interface TestApp {
  readonly folder: string;
  readonly token: string;
  /** A request as a page of the app makes it; an object as body goes as JSON. */
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  /** The JSON answer, whatever its status. */
  json<Answer = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Starts a job as the owner and follows it to its end. */
  job(method: string, path: string, body?: unknown, space?: string): Promise<Job>;
  close(): Promise<void>;
}

/** The whole app over a fresh folder, asked through `app.request`; no port is opened. */
export async function openTestApp(generate?: ExampleGenerator): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), "kleinod-server-"));
  const token = "token-of-the-test";
  const directories = { company: join(folder, "company"), example: join(folder, "example") };
  const spaces = new Spaces({ directories, today: () => "2026-03-31" });
  const parts = createParts(spaces, () => null, generate);
  const app = createApp({ parts, security: { port: () => null, token }, webFolder: join(folder, "dist") });

  const ask: TestApp["ask"] = async (method, path, { body, headers = {} } = {}) =>
    app.request(path, {
      method,
      headers: {
        host: "127.0.0.1",
        ...(body === undefined || headers["content-type"] !== undefined
          ? {}
          : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const owner = { authorization: `Bearer ${token}` };
  return {
    folder,
    token,
    ask,
    json: async <Answer>(method: string, path: string, body?: unknown) =>
      (await (await ask(method, path, { body })).json()) as Answer,
    job: async (method, path, body, space = "company") => {
      const separator = path.includes("?") ? "&" : "?";
      const response = await ask(method, `${path}${separator}space=${space}`, { body, headers: owner });
      const started = (await response.json()) as Job;
      if (response.status !== 202) throw new Error(`${path} answered ${JSON.stringify(started)}`);
      for (let job = started; ; ) {
        if (job.state !== "running") return job;
        const next = await ask("GET", `/api/jobs/${started.id}?waitMs=10000&space=${space}`);
        job = (await next.json()) as Job;
      }
    },
    close: async () => {
      await closeParts(parts);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
