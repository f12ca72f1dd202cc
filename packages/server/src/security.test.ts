import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { security } from "./security.ts";

const token = "a-token-of-lock-json";

function guarded() {
  const app = new Hono<AppEnv>();
  app.use(security({ port: () => 4400, token }));
  app.get("/", (c) => c.text("page"));
  app.get("/api/read", (c) => c.json({ owner: c.get("owner") }));
  app.post("/api/write", (c) => c.json({ owner: c.get("owner") }));
  return app;
}

const ask = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  guarded().request(path, { ...init, headers: { host: "127.0.0.1:4400", ...headers } });

describe("whom the server answers", () => {
  it.each(["127.0.0.1:4400", "localhost:4400", "[::1]:4400", "LOCALHOST:4400"])(
    "answers at %s",
    async (host) => {
      expect((await ask("/api/read", { host })).status).toBe(200);
    },
  );

  it.each([
    "evil.example:4400",
    "127.0.0.1.evil.example:4400",
    "127.0.0.1:80",
    "127.0.0.1",
    "localhost@evil.example:4400",
    "",
  ])("refuses the host %j, so that a foreign name for this machine reads nothing", async (host) => {
    const response = await ask("/api/read", { host });
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "hostRefused", status: 403 });
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://127.0.0.1:4400" },
    { origin: "http://127.0.0.1:5173" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:9999" },
    { "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:4400" },
  ])("refuses to read and to write for %j", async (headers) => {
    const given = headers as Record<string, string>;
    expect((await ask("/api/read", given)).status).toBe(403);
    const write = await ask(
      "/api/write",
      { ...given, "content-type": "application/json" },
      { method: "POST", body: "{}" },
    );
    expect(await write.json()).toMatchObject({ code: "originRefused" });
  });

  it("answers its own pages, typed addresses, programs, and a development server in front", async () => {
    const friendly = [
      { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:4400" },
      { "sec-fetch-site": "none" },
      {},
      { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:5173" },
    ];
    for (const headers of friendly) {
      expect((await ask("/api/read", headers as Record<string, string>)).status).toBe(200);
    }
  });

  it("opens a page from a link elsewhere, but not its data", async () => {
    expect((await ask("/", { "sec-fetch-site": "cross-site" })).status).toBe(200);
    expect((await ask("/api/read", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuses bodies of type %s, which a foreign form could send",
    async (type) => {
      const response = await ask("/api/write", { "content-type": type }, { method: "POST", body: "a=1" });
      expect(response.status).toBe(415);
    },
  );

  it("takes JSON with parameters, raw bytes, and no body at all", async () => {
    for (const type of ["application/json; charset=utf-8", "application/octet-stream"]) {
      expect((await ask("/api/write", { "content-type": type }, { method: "POST", body: "{}" })).status).toBe(
        200,
      );
    }
    expect((await ask("/api/write", {}, { method: "POST" })).status).toBe(200);
  });

  it("knows the owner of lock.json by the token and refuses a wrong one", async () => {
    const owner = await ask("/api/read", { authorization: `Bearer ${token}` });
    expect(await owner.json()).toEqual({ owner: true });
    expect(await (await ask("/api/read", {})).json()).toEqual({ owner: false });
    expect((await ask("/api/read", { authorization: "Bearer wrong" })).status).toBe(401);
  });

  it("sends no CORS header and a policy that loads nothing from elsewhere", async () => {
    const { headers } = await ask("/", { origin: "http://127.0.0.1:4400" });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).not.toMatch(/https?:/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
