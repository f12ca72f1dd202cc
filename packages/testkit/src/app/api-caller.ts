import type { Job } from "@kleinod/engine/import/history.ts";

type Space = "company" | "example";

/** Speaks to a running server as the owner of its data directory. */
export class ApiCaller {
  readonly #address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  /** @throws Error with the server's answer when it is not 2xx */
  async call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    space: Space = "company",
  ): Promise<Answer> {
    const separator = path.includes("?") ? "&" : "?";
    const response = await fetch(`${this.#address}/api${path}${separator}space=${space}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  /**
   * Starts a job and waits for its end.
   * @throws Error when it ends otherwise than well
   */
  async job<Result>(method: string, path: string, body?: unknown, space: Space = "company"): Promise<Result> {
    let job = await this.call<Job>(method, path, body, space);
    while (job.state === "running")
      job = await this.call<Job>("GET", `/jobs/${job.id}?waitMs=20000`, undefined, space);
    if (job.state !== "done") throw new Error(`The job of ${method} ${path} ${job.state}: ${job.error}`);
    return job.result as Result;
  }
}
