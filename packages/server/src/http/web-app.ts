import { readFile, stat } from "node:fs/promises";
import { extname, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const packable = new Set([".html", ".js", ".css", ".json", ".map", ".svg", ".txt"]);
const encodings = ["br", "gzip"] as const;
type Encoding = (typeof encodings)[number];
const packers: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  // Quality 11 takes seconds for a large script, 9 a fraction of one, and is within a few per cent of it.
  br: (content) => promisify(brotliCompress)(content, { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

interface StoredFile {
  readonly changed: number;
  readonly content: Buffer;
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

/** Files of one folder, packed once and kept; a rebuilt file is read anew. */
export class StaticFolder {
  readonly #folder: string;
  readonly #files = new Map<string, StoredFile>();

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** Null when the folder has no such file; what lies outside of it does not exist. */
  async answer(c: Context<AppEnv>, path: string, cacheControl: string): Promise<Response | null> {
    const full = resolve(this.#folder, `.${sep}${path}`);
    const inside = relative(this.#folder, full);
    if (inside === "" || inside.startsWith("..") || path.includes("\0")) return null;
    const file = await this.#read(full);
    if (file === null) return null;
    const extension = extname(full);
    const headers: Record<string, string> = {
      "content-type": contentTypes[extension] ?? "application/octet-stream",
      "cache-control": cacheControl,
    };
    if (!packable.has(extension)) return c.body(new Uint8Array(file.content), 200, headers);
    headers.vary = "accept-encoding";
    const accepted = c.req.header("accept-encoding") ?? "";
    const encoding = encodings.find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
    if (encoding === undefined) return c.body(new Uint8Array(file.content), 200, headers);
    const packing = file.packed.get(encoding) ?? packers[encoding](file.content);
    file.packed.set(encoding, packing);
    return c.body(new Uint8Array(await packing), 200, { ...headers, "content-encoding": encoding });
  }

  async #read(full: string): Promise<StoredFile | null> {
    const info = await stat(full).catch(() => null);
    if (info === null || !info.isFile()) return null;
    const known = this.#files.get(full);
    if (known !== undefined && known.changed === info.mtimeMs) return known;
    const file = { changed: info.mtimeMs, content: await readFile(full), packed: new Map() };
    this.#files.set(full, file);
    return file;
  }
}

/** The built web app. Its pages have addresses of their own, so every address that is no file gets the same page. */
export function webApp(folder: string): (c: Context<AppEnv>) => Promise<Response> {
  const files = new StaticFolder(folder);
  return async (c) => {
    const path = decodePath(c.req.path);
    if (path === null) return c.text("Not found", 404);
    // The build puts a hash of the content into names below assets/, so such a file never changes.
    const hashed = path.startsWith("/assets/");
    const forever = "public, max-age=31536000, immutable";
    const file = await files.answer(c, path, hashed ? forever : "no-cache");
    if (file !== null) return file;
    if (hashed || extname(path) !== "") return c.text("Not found", 404);
    const page = await files.answer(c, "/index.html", "no-cache");
    return page ?? c.html(missingPage(join(folder, "index.html")), 503);
  };
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function missingPage(file: string): string {
  const shown = file.split(sep).slice(-4).join("/").replace(/[<>&]/g, "");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kleinod</title><style>body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}code{background:#eef1f4;padding:.1em .3em}</style></head>
<body><main><h1>The web app is not built yet</h1><p>The server runs and answers under <a href="/api/docs">/api/docs</a>, but <code>${shown}</code> is missing.
Build it with <code>npm run build</code>, or start with <code>npm start</code>, which builds it when needed; then reload this page.</p>
<p lang="de">Die Weboberfläche ist noch nicht gebaut: <code>npm run build</code> ausführen oder mit <code>npm start</code> starten, dann diese Seite neu laden.</p></main></body></html>`;
}
