import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, listFiles } from "./files.mjs";
import { commandScript, root } from "./repository.mjs";
import { runNode } from "./run.mjs";

const web = join(root, "packages", "web");
const page = join(web, "dist", "index.html");
/** Inside dist, because every build by hand empties that folder and so makes the stamp void. */
const stamp = join(web, "dist", "sources.sha256");

/** What the web app is made from: its own files, the engine's, and the packages' exact versions. */
function sourcesHash() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of [web, join(root, "packages", "engine"), join(root, "packages", "btyd")]) {
    for (const file of listFiles(folder)) {
      if (isTest(file)) continue;
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest("hex");
}

/** Whether packages/web/dist is missing or made from other sources than those here now. */
export function webIsStale() {
  if (!existsSync(page) || !existsSync(stamp)) return true;
  return readFileSync(stamp, "utf8") !== sourcesHash();
}

/** Builds the web app. Throws with Vite's output when it fails. */
export async function buildWeb() {
  const hash = sourcesHash();
  const vite = commandScript("vite", "vite", "packages/web");
  // A NODE_ENV of the caller (test, development) would put React's slow development build into the app.
  const { code, output } = await runNode([vite, "build"], {
    cwd: web,
    env: { NODE_ENV: "production" },
    capture: true,
  });
  if (code !== 0) throw new Error(`The web app could not be built.\n${output}`);
  writeFileSync(stamp, hash);
}
