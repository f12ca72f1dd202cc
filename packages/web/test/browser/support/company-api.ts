import type { Job } from "@kleinod/engine/import/history.ts";

/** The company's API as its pages call it. */
export function companyApi(address: string) {
  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const url = `${address}/api${path}${path.includes("?") ? "&" : "?"}space=company`;
    const response = await fetch(url, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }
  return {
    get: <Answer>(path: string) => call<Answer>("GET", path),
    post: <Answer>(path: string, body: unknown) => call<Answer>("POST", path, body),
    remove: <Answer>(path: string) => call<Answer>("DELETE", path),
    /** Sets a parameter and waits until everything is measured with it. */
    async setParameter(code: string, value: unknown): Promise<void> {
      let job = await call<Job>("PUT", `/parameters/${code}`, { value });
      while (job.state === "running") job = await call<Job>("GET", `/jobs/${job.id}?waitMs=20000`);
      if (job.state !== "done") throw new Error(`${code} was not set: ${job.error}`);
    },
    /** Waits until nothing is measured any more. */
    async idle(): Promise<void> {
      for (;;) {
        const { jobs } = await call<{ jobs: Job[] }>("GET", "/jobs");
        const running = jobs.find(({ state }) => state === "running");
        if (running === undefined) return;
        await call<Job>("GET", `/jobs/${running.id}?waitMs=20000`);
      }
    },
  };
}
