import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BrowserProgram } from "./browser-program.ts";

const run = promisify(execFile);
const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
const cache = fileURLToPath(new URL("../../../../node_modules/.cache/kleinod-chromium/", import.meta.url));

/**
 * The Chromium inside the registry package `@sparticuz/chromium`: unpacked once per version (200 MB, about two seconds),
 * with fonts of its own, and with the NSS libraries for machines that have none.
 *
 * @throws Error naming system and architecture where the package has no binary for them, or the libraries that a
 *   machine lacks
 */
export async function bundledChromium(): Promise<BrowserProgram> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `The bundled Chromium runs on linux x64; this is ${process.platform} ${process.arch}. Install Chrome or Chromium, or name one in KLEINOD_CHROMIUM.`,
    );
  }
  const folder = join(cache, packageVersion());
  if (!existsSync(folder)) await unpack(folder);
  const executable = join(folder, "chromium");
  return {
    executable,
    env: {
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      ...(await libraryPath(executable, join(folder, "al2023", "lib"))),
    },
  };
}

function packageVersion(): string {
  const manifest = readFileSync(join(dirname(entry), "..", "..", "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Unpacks beside the folder and moves it there whole, so that a half-unpacked browser is never started. */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}-`);
  try {
    // The package unpacks into the temporary folder, takes any file named `chromium` there for its own, and adds the
    // libraries only when it believes to be in a cloud function. A process of its own keeps all that to itself.
    const script = "import(process.argv[1]).then(({ default: chromium }) => chromium.executablePath())";
    await run(process.execPath, ["-e", script, entry], {
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    await writeFile(join(partial, "fonts.conf"), fontConfiguration(folder));
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process was quicker: its folder is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** The machine's fonts and the bundled ones; the file of the package names folders of a cloud function. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

/** Adds the bundled libraries only where the machine lacks some, because its own fit each other better. */
async function libraryPath(executable: string, bundled: string): Promise<Record<string, string>> {
  if ((await missingLibraries(executable)).length === 0) return {};
  const outer = process.env.LD_LIBRARY_PATH;
  const env = { LD_LIBRARY_PATH: outer ? `${bundled}:${outer}` : bundled };
  const missing = await missingLibraries(executable, env);
  if (missing.length > 0) {
    throw new Error(
      `The bundled Chromium needs ${missing.join(", ")}, which this machine lacks. Install Chrome or Chromium, or name one in KLEINOD_CHROMIUM.`,
    );
  }
  return env;
}

async function missingLibraries(executable: string, env: Record<string, string> = {}): Promise<string[]> {
  const { stdout } = await run("ldd", [executable], { env: { ...process.env, ...env } });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
}
