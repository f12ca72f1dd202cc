import type { BatchResult, DocumentType, ImportKindCode } from "@kleinod/engine/import/result.ts";
import { useFieldLabel } from "../facts/known-shares.tsx";
import { type TwoLanguages, useTexts } from "../i18n/index.ts";

const kinds: readonly ImportKindCode[] = ["customers", "saleLines", "products", "costOfGoods", "contacts"];
const documentTypes: readonly DocumentType[] = [
  "invoice",
  "order",
  "creditNote",
  "cancellation",
  "correction",
];

export const importKinds = kinds;

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

const ruleEndings = ["Missing", "Unreadable", "OutOfRange", "TooLarge", "Unknown"] as const;

/** What a broken rule says, from its code: `documentDateUnreadable` → "Belegdatum nicht lesbar". */
export function useRuleLabel() {
  const { t, locale } = useTexts();
  const fieldLabel = useFieldLabel();
  const rules: Readonly<Record<string, string>> = t("import.rules", { returnObjects: true, lng: locale });
  return (rule: string) => {
    const ending = ruleEndings.find((candidate) => rule.endsWith(candidate));
    if (ending === undefined) return rules[rule] ?? rule;
    return t(`import.ruleEndings.${ending}`, { field: fieldLabel(rule.slice(0, -ending.length)) });
  };
}
