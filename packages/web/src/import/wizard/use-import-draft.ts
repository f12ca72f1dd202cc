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
  /** By file, then column → field; null: the column is not used. */
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
          files: next.uploads.map(({ ref }) =>
            importFile(
              ref,
              next.corrections,
              inspected.find((file) => file.ref === ref),
            ),
          ),
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
      const before = corrections.mappings[file.ref];
      const own: Record<string, string | null> = { ...before };
      for (const other of file.mapping) {
        if (field !== null && fieldOf(file, before, other.column) === field) own[other.column] = null;
      }
      own[column] = field;
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
        .map((file) => ({ ...importFile(file.ref, corrections, file), ...kindOf(file, corrections) })),
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

/** As the server takes it: a corrected mapping is sent whole, because what it does not name is not imported. */
function importFile(ref: string, corrections: Corrections, file: InspectedFile | undefined): ImportFile {
  const kind = corrections.kinds[ref];
  const corrected = corrections.mappings[ref];
  return {
    ref,
    ...(kind === undefined ? {} : { as: kind }),
    ...(corrected === undefined || file === undefined ? {} : { mapping: wholeMapping(file, corrected) }),
  };
}

/** The preview and the import keep to the kind that the person saw. */
function kindOf(file: InspectedFile, corrections: Corrections): Pick<ImportFile, "as"> {
  const kind = corrections.kinds[file.ref] ?? file.kind;
  return kind === null ? {} : { as: kind };
}

function wholeMapping(
  file: InspectedFile,
  corrected: Readonly<Record<string, string | null>>,
): Record<string, string[]> {
  const mapping: Record<string, string[]> = {};
  for (const { column } of file.mapping) {
    const field = fieldOf(file, corrected, column);
    if (field !== null) mapping[field] = [...(mapping[field] ?? []), column];
  }
  return mapping;
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
  const chosen = corrected?.[column];
  return chosen === undefined ? (file.mapping.find((one) => one.column === column)?.field ?? null) : chosen;
}
