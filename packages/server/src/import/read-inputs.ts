import { isAbsolute } from "node:path";
import { z } from "@hono/zod-openapi";
import { importKindSchema } from "@kleinod/engine/import/result.ts";
import { ApiProblem } from "../errors.ts";
import type { Uploads } from "./uploads.ts";

export const inputFileSchema = z.object({
  ref: z
    .string()
    .min(1)
    .openapi({ description: "Ref of an upload; with the token an absolute path, also of a folder" }),
  as: importKindSchema.optional(),
  mapping: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]).nullable())
    .optional()
    .openapi({
      description: "Field to column header or headers; a field that is not named, or null, is not imported",
    }),
  mappingFile: z
    .string()
    .optional()
    .openapi({ description: "With the token only: absolute path of a mapping file, as --mapping takes it" }),
});
type InputFile = z.infer<typeof inputFileSchema>;

/** An input as the import takes it. */
export interface ResolvedInput {
  readonly path: string;
  readonly ref: string;
  readonly file?: string;
  readonly as?: NonNullable<InputFile["as"]>;
  readonly mapping?: NonNullable<InputFile["mapping"]>;
  readonly mappingFile?: string;
}

/** @throws ApiProblem unknownUpload, pathRefused */
export function resolveInputs(
  files: readonly InputFile[],
  uploads: Uploads,
  owner: boolean,
): ResolvedInput[] {
  return files.map(({ ref, as, mapping, mappingFile }) => {
    if (mappingFile !== undefined) requirePath(mappingFile, owner);
    const upload = uploads.get(ref);
    if (upload === null) requirePath(ref, owner);
    return {
      ref,
      path: upload?.path ?? ref,
      ...(upload === null ? {} : { file: upload.file }),
      ...(as === undefined ? {} : { as }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(mappingFile === undefined ? {} : { mappingFile }),
    };
  });
}

function requirePath(path: string, owner: boolean): void {
  if (!isAbsolute(path))
    throw new ApiProblem(
      "unknownUpload",
      `There is no upload ${JSON.stringify(path)}; uploads end with the server.`,
    );
  if (!owner)
    throw new ApiProblem(
      "pathRefused",
      "Paths are taken from the command line only (kleinod import FILE); upload the file instead.",
    );
}
