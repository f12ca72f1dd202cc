import { importKindCodes } from "@kleinod/engine/import/kind-codes.ts";
import type { BatchResult, DocumentType, ImportKindCode } from "@kleinod/engine/import/result.ts";
import { type TwoLanguages, useTexts } from "../i18n/index.ts";

const documentTypes: readonly DocumentType[] = [
  "invoice",
  "order",
  "creditNote",
  "cancellation",
  "correction",
];

export const importKinds: readonly ImportKindCode[] = importKindCodes;

/** Why a file was not taken, in the reader's language; null when it was. */
export function refusalText(batch: BatchResult, pick: (text: TwoLanguages) => string): string | null {
  const refusal = batch.derived.refusal;
  if (typeof refusal !== "object" || refusal === null || !("message" in refusal)) return null;
  return pick(refusal.message as TwoLanguages);
}

export function useKindLabel() {
  const { t } = useTexts();
  return (kind: ImportKindCode | null) =>
    kind === null ? t("import.kindUnknown") : t(`import.kinds.${kind}`);
}

export function useDocumentTypeLabel() {
  const { t } = useTexts();
  return (type: string) => {
    const known = documentTypes.find((code) => code === type);
    return known === undefined ? type : t(`import.documentTypes.${known}`);
  };
}

export function useStatusLabel() {
  const { t } = useTexts();
  return (status: BatchResult["status"]) => t(`import.status.${status}`);
}
