import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import { problems } from "../errors.ts";
import { StaticFolder } from "./web-app.ts";

const uiFolder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const uiFiles = new Set(["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"]);

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kleinod API</title><link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

/** A file, because the content policy refuses scripts inside a page. No validator: it would ask another server. */
const startScript = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#reference", validatorUrl: null, deepLinking: true, defaultModelsExpandDepth: -1 });`;

/** `/api/openapi.json` and `/api/docs`: the reference page comes from the installed package, nothing from elsewhere. */
export function addApiReference(app: OpenAPIHono<AppEnv>, version: string): void {
  const files = new StaticFolder(uiFolder);
  let document: object | undefined;
  app.get("/api/openapi.json", (c) => {
    document ??= openApiDocument(app, version);
    return c.json(document);
  });
  app.get("/api/docs", (c) => c.html(page));
  app.get("/api/docs/start.js", (c) =>
    c.body(startScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get("/api/docs/:file", async (c: Context<AppEnv>) => {
    const file = c.req.param("file") ?? "";
    return (uiFiles.has(file) ? await files.answer(c, file, "no-cache") : null) ?? c.notFound();
  });
}

interface Operation {
  responses: Record<string, unknown>;
}

/** The routes as OpenAPI 3.1; each may also answer with a problem document, which is added here once. */
function openApiDocument(app: OpenAPIHono<AppEnv>, version: string): object {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Kleinod",
      version,
      description:
        "Everything the web app and the command line do. Served on 127.0.0.1 only. Amounts are whole cents of the currency beside them, dates are yyyy-mm-dd.",
    },
  });
  const codes = Object.entries(problems).map(
    ([code, { status, title }]) => `\`${code}\` (${status}): ${title}`,
  );
  document.components = {
    ...document.components,
    securitySchemes: {
      owner: {
        type: "http",
        scheme: "bearer",
        description: "Token of lock.json in the data directory. Needed only to name paths of this machine.",
      },
    },
    responses: {
      Problem: {
        description: `Problem details (RFC 9457). Codes: ${codes.join("; ")}`,
        content: {
          "application/problem+json": {
            schema: {
              type: "object",
              required: ["type", "title", "status", "detail", "code"],
              properties: {
                type: { type: "string" },
                title: { type: "string" },
                status: { type: "integer" },
                detail: { type: "string" },
                code: { type: "string", enum: Object.keys(problems) },
              },
            },
          },
        },
      },
    },
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path) as Operation[]) {
      if (typeof operation === "object" && "responses" in operation)
        operation.responses.default = { $ref: "#/components/responses/Problem" };
    }
  }
  return document;
}
