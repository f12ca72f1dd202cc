import { createRoute, z } from "@hono/zod-openapi";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { json, spaceQuery } from "../http/route-parts.ts";

const tags = ["Import"];

const uploadRoute = createRoute({
  method: "post",
  path: "/api/uploads",
  tags,
  summary: "Hand over one file as raw bytes; it is kept until it is imported, deleted, or the server ends",
  request: {
    query: spaceQuery.extend({ name: z.string().min(1).openapi({ description: "Name of the file" }) }),
    body: {
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ ref: z.string(), file: z.string(), bytes: z.number().int() }), "Ref for the import"),
  },
});

const deleteUploadRoute = createRoute({
  method: "delete",
  path: "/api/uploads/{ref}",
  tags,
  summary: "Delete an upload that is not needed",
  request: {
    params: z.object({ ref: z.string().openapi({ param: { name: "ref", in: "path" } }) }),
    query: spaceQuery,
  },
  responses: { 200: json(z.object({ ref: z.string() }), "It is gone") },
});

export function uploadRoutes({ spaces, uploads }: AppParts) {
  return newRoutes()
    .openapi(uploadRoute, async (c) => {
      const { space, name } = c.req.valid("query");
      if (space === "example")
        throw new ApiProblem(
          "exampleReadOnly",
          "Own files go into your company's space, not into the example.",
        );
      const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
      if (type !== "application/octet-stream")
        throw new ApiProblem(
          "contentTypeRefused",
          "An upload is raw bytes of type application/octet-stream.",
        );
      const length = c.req.header("content-length");
      const workspace = await spaces.workspace(space);
      const announced = length === undefined ? null : Number(length);
      const upload = await uploads.receive(workspace.workDirectory, name, c.req.raw.body, announced);
      return c.json({ ref: upload.ref, file: upload.file, bytes: upload.bytes }, 200);
    })
    .openapi(deleteUploadRoute, async (c) => {
      const { ref } = c.req.valid("param");
      if (!(await uploads.remove(ref))) throw new ApiProblem("unknownUpload", `There is no upload ${ref}.`);
      return c.json({ ref }, 200);
    });
}
