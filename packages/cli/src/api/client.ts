import type { Job } from "@kleinod/engine/import/history.ts";
import type { ProblemDocument } from "@kleinod/server/errors.ts";
import type { SpaceName } from "@kleinod/server/workspace/spaces.ts";
import type { Io } from "../output/io.ts";

/** What the API declined, with its problem document. */
export class ApiRefusal extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
    this.name = "ApiRefusal";
  }
}

/** The person pressed Ctrl-C; what the job had not committed is rolled back. */
export class CancelledByPerson extends Error {}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Transport {
  readonly space: SpaceName;
  /** Sends to the app in this process or to the server that owns the directory; both are the same app. */
  send(
    path: string,
    init: { method: Method; headers: Record<string, string>; body?: string },
  ): Promise<Response>;
  close(): Promise<void>;
}

type Query = Readonly<Record<string, string | number | undefined>>;
const followMilliseconds = 300;

/** The API as the commands use it. */
export class Client {
  readonly #transport: Transport;
  readonly #io: Io;

  constructor(transport: Transport, io: Io) {
    this.#transport = transport;
    this.#io = io;
  }

  /** @throws ApiRefusal */
  async call<Answer>(
    method: Method,
    path: string,
    parts: { query?: Query; body?: unknown } = {},
  ): Promise<Answer> {
    const response = await this.answer(method, path, parts);
    return (await response.json()) as Answer;
  }

  /** The answer itself, for files. @throws ApiRefusal */
  async answer(
    method: Method,
    path: string,
    { query = {}, body }: { query?: Query; body?: unknown } = {},
  ): Promise<Response> {
    const params = new URLSearchParams({ space: this.#transport.space });
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) params.set(name, String(value));
    const response = await this.#transport.send(`/api${path}?${params}`, {
      method,
      headers: {
        "accept-language": this.#io.language,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ApiRefusal((await response.json()) as ProblemDocument);
    return response;
  }

  /**
   * Starts a job, shows how far it is, and gives its result; Ctrl-C cancels it.
   * @throws ApiRefusal also where the job failed; CancelledByPerson
   */
  async runJob<Result>(
    method: Method,
    path: string,
    parts: { query?: Query; body?: unknown } = {},
  ): Promise<Result> {
    const started = await this.call<Job>(method, path, parts);
    const jobPath = `/jobs/${started.id}`;
    const cancel = () => void this.call("DELETE", jobPath).catch(() => undefined);
    process.once("SIGINT", cancel);
    process.once("SIGTERM", cancel);
    try {
      let job = started;
      while (job.state === "running") {
        job = await this.call<Job>("GET", jobPath, { query: { waitMs: followMilliseconds } });
        if (job.state === "running") this.#io.progress.update(job);
      }
      this.#io.progress.clear();
      return resultOf<Result>(job);
    } finally {
      process.off("SIGINT", cancel);
      process.off("SIGTERM", cancel);
    }
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}

function resultOf<Result>(job: Job): Result {
  if (job.state === "cancelled") throw new CancelledByPerson();
  if (job.state === "done") return job.result as Result;
  throw new ApiRefusal({
    type: "/api/docs#internal",
    title: "The job failed",
    status: 500,
    detail: job.error ?? "The job failed.",
    code: "internal",
  });
}
