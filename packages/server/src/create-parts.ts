import type { AppParts } from "./app-env.ts";
import { Uploads } from "./import/uploads.ts";
import { version } from "./version.ts";
import { type ExampleGenerator, ExampleMaker } from "./workspace/example.ts";
import { generateExample } from "./workspace/generate-example.ts";
import { Remeasure } from "./workspace/remeasure.ts";
import { SpaceJobs } from "./workspace/space-jobs.ts";
import type { Spaces } from "./workspace/spaces.ts";

/** What the app works with, around the spaces that the caller opened. */
export function createParts(
  spaces: Spaces,
  address: AppParts["address"],
  generate: ExampleGenerator = generateExample,
): AppParts {
  const jobs = new SpaceJobs();
  return {
    spaces,
    jobs,
    uploads: new Uploads(),
    example: new ExampleMaker(spaces, jobs, generate),
    remeasure: new Remeasure(spaces, jobs),
    address,
    version,
  };
}

/** Cancels what runs and closes the stores. */
export async function closeParts({ jobs, spaces }: AppParts): Promise<void> {
  await jobs.close();
  await spaces.close();
}
