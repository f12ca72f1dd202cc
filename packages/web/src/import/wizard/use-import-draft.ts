import type { ImportKindCode, ImportOptions, InspectedFile } from "@kleinod/engine/import/result.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ImportFile, ImportRequest, Space, Upload } from "../../api/types.ts";

export type DraftOptions = Pick<
  Partial<ImportOptions>,
  "dateFormat" | "decimal" | "currency" | "mode" | "allOrNothing"
>;

/** What a person has corrected so far; everything else is as the inspection proposed it. */
interface Corrections {
  readonly kinds: Readonly<Record<string, ImportKindCode>>;
  /** By file, then field → column; null takes the field away. */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly options: DraftOptions;
}

const nothingCorrected: Corrections = { kinds: {}, mappings: {}, options: {} };

/**
 * The import while it is being prepared: uploaded files, what was recognised, what was corrected. Each answer about
 * formats or kinds asks the server again, because it decides how the columns are read.
 */
export function useImportDraft(space: Space) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [inspected, setInspected] = useState<readonly InspectedFile[]>([]);
  const [corrections, setCorrections] = useState<Corrections>(nothingCorrected);
  const [stage, setStage] = useState(0);

  const inspect = useMutation({
    mutationFn: (next: { uploads: readonly Upload[]; corrections: Corrections }) =>
      call<{ files: InspectedFile[] }>("/import/inspect", space, {
        method: "POST",
        body: {
          files: next.uploads.map((upload) => importFile(upload.ref, next.corrections)),
          options: formatsOf(next.corrections.options),
        },
      }),
    onSuccess: (answer) => setInspected(answer.files),
  });

  const correct = (next: Corrections, again: boolean) => {
    setCorrections(next);
    if (again) inspect.mutate({ uploads, corrections: next });
  };

  return {
    stage,
    uploads,
    files: inspected,
    options: corrections.options,
    isInspecting: inspect.isPending,
    inspectError: inspect.error,
    goTo: setStage,
    addUpload: (upload: Upload) => setUploads((before) => [...before, upload]),
    removeUpload: (ref: string) => setUploads((before) => before.filter((upload) => upload.ref !== ref)),
    startInspection: () => inspect.mutate({ uploads, corrections }, { onSuccess: () => setStage(1) }),
    setKind: (ref: string, kind: ImportKindCode) => {
      const { [ref]: _, ...mappings } = corrections.mappings;
      correct({ ...corrections, kinds: { ...corrections.kinds, [ref]: kind }, mappings }, true);
    },
    /** A column is given to one field only; the field that had it before gives it up. */
    setField: (file: InspectedFile, column: string, field: string | null) => {
      const own: Record<string, string | null> = { ...corrections.mappings[file.ref] };
      const current = fieldOf(file, corrections.mappings[file.ref], column);
      if (current !== null) own[current] = null;
      if (field !== null) own[field] = column;
      correct({ ...corrections, mappings: { ...corrections.mappings, [file.ref]: own } }, false);
    },
    fieldOf: (file: InspectedFile, column: string) => fieldOf(file, corrections.mappings[file.ref], column),
    missingFields: (file: InspectedFile) => {
      const given = new Set(
        file.mapping.map((one) => fieldOf(file, corrections.mappings[file.ref], one.column)),
      );
      return file.fields.filter((field) => field.required && !given.has(field.code));
    },
    setOptions: (options: DraftOptions, again: boolean) =>
      correct({ ...corrections, options: { ...corrections.options, ...options } }, again),
    request: (dryRun: boolean): ImportRequest => ({
      files: inspected
        .filter((file) => file.refusal === null)
        .map((file) => importFile(file.ref, corrections, file.kind)),
      options: { ...corrections.options, dryRun },
    }),
    reset: () => {
      setUploads([]);
      setInspected([]);
      setCorrections(nothingCorrected);
      setStage(0);
    },
  };
}
export type ImportDraft = ReturnType<typeof useImportDraft>;

function importFile(
  ref: string,
  corrections: Corrections,
  recognised: ImportKindCode | null = null,
): ImportFile {
  const kind = corrections.kinds[ref] ?? recognised;
  const mapping = corrections.mappings[ref];
  return {
    ref,
    ...(kind === null || kind === undefined ? {} : { as: kind }),
    ...(mapping === undefined ? {} : { mapping }),
  };
}

/** Only what decides how values are read; the rest matters when applying. */
function formatsOf({ dateFormat, decimal, currency }: DraftOptions) {
  return {
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function fieldOf(
  file: InspectedFile,
  corrected: Readonly<Record<string, string | null>> | undefined,
  column: string,
): string | null {
  for (const [field, chosen] of Object.entries(corrected ?? {})) if (chosen === column) return field;
  const proposed = file.mapping.find((one) => one.column === column)?.field ?? null;
  if (proposed === null) return null;
  return corrected !== undefined && proposed in corrected ? null : proposed;
}
