import type { Space } from "./types.ts";

/** A refusal of the server (RFC 9457), or the server not answering at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;

  constructor(status: number, code: string, title: string, detail: string) {
    super(detail);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.title = title;
  }
}

type QueryValue = string | number | boolean | null | undefined;
export type QueryValues = Readonly<Record<string, QueryValue>>;

/** Address of a route with its space and query; values that are null, undefined or empty are left out. */
export function apiUrl(path: string, space: Space, query: QueryValues = {}): string {
  const params = new URLSearchParams({ space });
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") params.set(key, String(value));
  }
  return `/api${path}?${params}`;
}

interface RequestParts {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: QueryValues;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * One call of the API.
 * @throws ApiError on any answer outside 2xx and when no answer comes.
 */
export async function call<Answer>(path: string, space: Space, parts: RequestParts = {}): Promise<Answer> {
  const init: RequestInit = { method: parts.method ?? "GET" };
  if (parts.signal !== undefined) init.signal = parts.signal;
  if (parts.body !== undefined) {
    init.headers = { "content-type": "application/json" };
    init.body = JSON.stringify(parts.body);
  }
  let response: Response;
  try {
    response = await fetch(apiUrl(path, space, parts.query), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", "", "");
  }
  if (!response.ok) throw await errorOf(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  return errorFromText(response.status, text);
}

/** Reads a problem document; a body that is none becomes the detail, cut to one line. */
export function errorFromText(status: number, text: string): ApiError {
  try {
    const problem: unknown = JSON.parse(text);
    if (problem !== null && typeof problem === "object") {
      const field = (name: string) => {
        const value = (problem as Record<string, unknown>)[name];
        return typeof value === "string" ? value : "";
      };
      return new ApiError(status, field("code"), field("title"), field("detail"));
    }
  } catch {
    // Not JSON: a proxy or a crash page answered. Its first line is all there is.
  }
  return new ApiError(status, "", "", text.split("\n")[0]?.slice(0, 300) ?? "");
}

/** Sends one file as raw bytes; `onProgress` gets the share that has left this machine (0…1). */
export function uploadFile<Answer>(
  file: File,
  space: Space,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  // fetch reports no upload progress, so this one call uses the older interface.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", apiUrl("/uploads", space, { name: file.name }));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Answer);
      else reject(errorFromText(request.status, request.responseText));
    };
    request.onerror = () => reject(new ApiError(0, "unreachable", "", ""));
    request.onabort = () => reject(new DOMException("upload cancelled", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
