import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fillCompany } from "@kleinod/testkit/app/fill-company.ts";
import { startApp } from "@kleinod/testkit/app/start-app.ts";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a server whose company holds a small Alpfix. Tests that change it change it back. */
    readonly filledApp: string;
    /** Files of that Alpfix as SAP and Dynamics write them: German headers, Windows-1252. */
    readonly exportFiles: readonly string[];
    /** Files of its truth, e.g. the control totals. */
    readonly truthFolder: string;
  }
}

const customers = 800;
const builtPage = fileURLToPath(new URL("../../../dist/index.html", import.meta.url));

/** Imports the company once for all browser tests and serves it until they have run. */
export default async function setup(project: TestProject) {
  if (!existsSync(builtPage)) throw new Error("The web app is not built. Run `npm run build` first.");
  const filled = await fillCompany(customers);
  const app = await startApp({ company: filled.directory });
  project.provide("filledApp", app.address);
  project.provide("exportFiles", filled.exports);
  project.provide("truthFolder", filled.truthFolder);
  return async () => {
    await app.discard();
    await rm(filled.folder, { recursive: true, force: true });
  };
}
