import { lstat, open, readdir, realpath } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import { refuse } from "./refusals.ts";
import { sniffBytes, sniffFormat } from "./sniff-format.ts";
import { refusalOf } from "./source-file.ts";

export interface InputFile {
  readonly path: string;
  /** What messages and results call it: the file name alone. */
  readonly name: string;
}

export interface InputList {
  /** Sorted by name, so that a folder gives the same batches in the same order everywhere. */
  readonly files: readonly InputFile[];
  /** What was named, or lies in a named folder, and cannot be taken. */
  readonly refusals: readonly { readonly path: string; readonly refusal: Refusal }[];
  /** What lies in a named folder and is obviously no export: hidden, lock files, subfolders, documents. */
  readonly ignored: readonly string[];
}

export interface ListOptions {
  /** When given, every real path must lie in this folder (uploads, a shared drive). */
  readonly within?: string;
}

/** Taken by name; what is inside is judged later, with a reason. */
const tableExtensions = new Set([
  ".csv",
  ".tsv",
  ".tab",
  ".txt",
  ".gz",
  ".xlsx",
  ".xlsm",
  ".parquet",
  ".xls",
  ".ods",
  ".xlsb",
]);
/** Never a table: passed over in a folder, looked at when named. */
const otherExtensions = new Set([
  ".md",
  ".pdf",
  ".doc",
  ".docx",
  ".ppt",
  ".pptx",
  ".html",
  ".htm",
  ".json",
  ".xml",
  ".log",
  ".png",
  ".jpg",
  ".jpeg",
  ".gif",
  ".svg",
  ".sql",
  ".zip",
  ".exe",
]);

/** `file` is `folder` or lies below it; both real paths. */
function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return (
    path === "" ||
    !(path === ".." || path.startsWith(`..${sep}`) || path.startsWith("/") || /^[a-z]:/i.test(path))
  );
}

/** Why the file may not be read by where it lies or what it is; null when it may. */
async function refusalOfPlace(
  path: string,
  name: string,
  folder: string | undefined,
): Promise<Refusal | null> {
  try {
    const entry = await lstat(path);
    if (entry.isSymbolicLink()) return refuse.symlink(name);
    if (!entry.isFile()) return refuse.notAFile(name);
    if (folder !== undefined && !isWithin(folder, await realpath(path))) return refuse.pathOutside(name);
    return null;
  } catch (error) {
    const refusal = refusalOf(error, name);
    if (refusal !== null) return refusal;
    throw error;
  }
}

async function looksLikeTable(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch(() => null);
  // What cannot be opened is no reason to pass over it in silence.
  if (handle === null) return true;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0);
    return ["text", "gzip", "zip", "parquet"].includes(sniffFormat(buffer.subarray(0, bytesRead)));
  } finally {
    await handle.close();
  }
}

const isHidden = (name: string) =>
  name.startsWith(".") || name.startsWith("~$") || name.toLowerCase() === "thumbs.db";

/**
 * The files behind the paths that a person named: single files, or a folder without its subfolders. Symbolic links are
 * refused, a folder's too, and nothing outside of a named folder is read. Never throws for what a user can name.
 */
export async function listInputs(paths: readonly string[], options: ListOptions = {}): Promise<InputList> {
  const files = new Map<string, InputFile>();
  const refusals: { path: string; refusal: Refusal }[] = [];
  const ignored: string[] = [];
  const within = options.within === undefined ? undefined : await realpath(options.within);

  const add = async (path: string, folder: string | undefined): Promise<boolean> => {
    const name = basename(path);
    const refusal = await refusalOfPlace(path, name, folder);
    if (refusal !== null) refusals.push({ path, refusal });
    else files.set(await realpath(path), { path, name });
    return refusal === null;
  };

  const addFolder = async (folder: string): Promise<void> => {
    const real = await realpath(folder);
    if (within !== undefined && !isWithin(within, real)) {
      refusals.push({ path: folder, refusal: refuse.pathOutside(folder) });
      return;
    }
    let found = 0;
    const refusedBefore = refusals.length;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const extension = extname(entry.name).toLowerCase();
      const passedOver =
        isHidden(entry.name) ||
        entry.isDirectory() ||
        otherExtensions.has(extension) ||
        (entry.isFile() && !tableExtensions.has(extension) && !(await looksLikeTable(path)));
      if (passedOver) ignored.push(path);
      else if (await add(path, within ?? real)) found++;
    }
    if (found === 0 && refusals.length === refusedBefore)
      refusals.push({ path: folder, refusal: refuse.noInput(folder) });
  };

  for (const path of paths) {
    try {
      const entry = await lstat(path);
      if (entry.isDirectory()) await addFolder(path);
      else await add(path, within);
    } catch (error) {
      const refusal = refusalOf(error, basename(path) || path);
      if (refusal === null) throw error;
      refusals.push({ path, refusal });
    }
  }
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    files: [...files.values()].sort((a, b) => byName(a.name, b.name) || byName(a.path, b.path)),
    refusals: refusals.sort((a, b) => byName(a.path, b.path)),
    ignored: ignored.sort(byName),
  };
}
