import { OpenAPIHono, type z } from "@hono/zod-openapi";
import { ApiProblem } from "./errors.ts";
import type { Uploads } from "./import/uploads.ts";
import type { ExampleMaker } from "./workspace/example.ts";
import type { Remeasure } from "./workspace/remeasure.ts";
import type { SpaceJobs } from "./workspace/space-jobs.ts";
import type { Spaces } from "./workspace/spaces.ts";

/** What a request knows besides itself. */
export interface AppEnv {
  Variables: {
    /** True when the request carries the token of lock.json: it may name paths of this machine. */
    owner: boolean;
  };
}

/** What the routes work with; made once, by the server or by the command line. */
export interface AppParts {
  readonly spaces: Spaces;
  readonly jobs: SpaceJobs;
  readonly uploads: Uploads;
  readonly example: ExampleMaker;
  readonly remeasure: Remeasure;
  /** `http://127.0.0.1:4400`; null in process. */
  readonly address: () => string | null;
  readonly version: string;
}

/** An empty set of routes whose refused requests answer as problem documents. */
export function newRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success)
        throw new ApiProblem("requestInvalid", describeIssues(result.error, result.target));
    },
  });
}

/** One sentence per refused field, the first five. */
function describeIssues(error: z.ZodError, target: string): string {
  const place = target === "json" ? "body" : target;
  return error.issues
    .slice(0, 5)
    .map((issue) => `${[place, ...issue.path].join(".")}: ${issue.message}`)
    .join("; ");
}
