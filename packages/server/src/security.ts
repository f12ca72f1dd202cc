import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env.ts";
import { type ProblemCode, problemResponse } from "./errors.ts";

export interface SecurityOptions {
  /** Port that the server listens on; null in process, where nobody but the caller can ask. */
  readonly port: () => number | null;
  /** The secret of lock.json: who can read it may read the data directory anyway. */
  readonly token: string;
}

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);
const bodyMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const bodyTypes = new Set(["application/json", "application/octet-stream"]);

/**
 * Until sign-in exists, whoever sits at this machine may use the API, and nobody else: the server listens on 127.0.0.1
 * only, and this keeps out pages of other sites that reach it through the person's own browser.
 * `Host` stops a foreign name that resolves to this machine, `Sec-Fetch-Site` and `Origin` stop a foreign page's
 * requests, the content type stops plain forms; without CORS headers no foreign page can read an answer.
 */
export function security(options: SecurityOptions): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const header = (name: string) => c.req.header(name) ?? null;
    const isApi = c.req.path === "/api" || c.req.path.startsWith("/api/");
    const port = options.port();
    const refused =
      refuseHost(header("host"), port) ??
      refuseOrigin(header("origin"), header("sec-fetch-site"), port, isApi || c.req.method !== "GET") ??
      refuseContentType(c.req.method, header("content-type"), hasBody(c.req.raw.headers));
    if (refused !== null) return secured(problemResponse(c, refused.code, refused.detail));
    const authorization = header("authorization");
    if (authorization !== null && !isToken(authorization, options.token))
      return secured(
        problemResponse(
          c,
          "tokenInvalid",
          "The token is not the one of this server. It stands in lock.json of the data directory and changes with every start.",
        ),
      );
    c.set("owner", authorization !== null);
    await next();
    secured(c.res);
    return;
  };
}

interface Refused {
  readonly code: ProblemCode;
  readonly detail: string;
}

function refuseHost(host: string | null, port: number | null): Refused | null {
  if (host !== null && isOwnHost(host, port)) return null;
  const where = port === null ? "127.0.0.1" : `127.0.0.1:${port}`;
  return {
    code: "hostRefused",
    detail: `The host is ${JSON.stringify(host)}; Kleinod answers at http://${where} only.`,
  };
}

function isOwnHost(host: string, port: number | null): boolean {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(host.toLowerCase());
  if (match === null || !loopbackNames.has(match[1]!)) return false;
  return port === null || Number(match[2] ?? 80) === port;
}

/** Browsers set `Sec-Fetch-Site` themselves, no page can forge it; older ones send `Origin` with what changes something. */
function refuseOrigin(
  origin: string | null,
  site: string | null,
  port: number | null,
  guarded: boolean,
): Refused | null {
  if (!guarded) return null;
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  // A development server in front (another port of this machine) is the same origin to the browser.
  const ownPort = site === "same-origin" ? null : port;
  if (!foreignSite && (origin === null || isOwnOrigin(origin, ownPort))) return null;
  return {
    code: "originRefused",
    detail: `The request comes from ${origin ?? "another web page"}; only Kleinod's own pages and programs on this machine may ask.`,
  };
}

function isOwnOrigin(origin: string, port: number | null): boolean {
  return origin.startsWith("http://") && isOwnHost(origin.slice("http://".length), port);
}

function hasBody(headers: Headers): boolean {
  const length = headers.get("content-length");
  return headers.has("transfer-encoding") || (length !== null && length !== "0");
}

function refuseContentType(method: string, value: string | null, body: boolean): Refused | null {
  if (!bodyMethods.has(method) || (value === null && !body)) return null;
  const type = value?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (bodyTypes.has(type)) return null;
  return {
    code: "contentTypeRefused",
    detail: `The content type is ${JSON.stringify(value)}; expected application/json, or application/octet-stream for uploads.`,
  };
}

function isToken(authorization: string, token: string): boolean {
  const given = Buffer.from(authorization.replace(/^Bearer /i, ""));
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Nothing is loaded from elsewhere. Inline styles are how the component library sizes things; scripts are files. */
const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

function secured(response: Response): Response {
  const { headers } = response;
  headers.set("content-security-policy", contentPolicy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return response;
}
