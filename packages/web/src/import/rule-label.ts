import { importKinds } from "@kleinod/engine/import/kinds/import-kinds.ts";
import { useFieldLabel } from "../facts/known-shares.tsx";
import { useTexts } from "../i18n/index.ts";

const ruleEndings = ["Missing", "Unreadable", "OutOfRange", "TooLarge", "Unknown", "Negative"] as const;

/** What a broken rule says, from its code: `documentDateUnreadable` → "Belegdatum nicht lesbar". */
export function useRuleLabel() {
  const { t, pick, locale } = useTexts();
  const fieldLabel = useFieldLabel();
  /** The quality page knows some fields by a name of its own; the others are called as in the mapping form. */
  const nameOf = (field: string) => {
    const known = fieldLabel(field);
    const spec = importKinds.flatMap((kind) => kind.fields).find((each) => each.code === field);
    return known === field && spec !== undefined ? pick(spec.label) : known;
  };
  const rules: Readonly<Record<string, string>> = t("import.rules", { returnObjects: true, lng: locale });
  return (rule: string) => {
    const ending = ruleEndings.find((candidate) => rule.endsWith(candidate));
    if (ending === undefined) return rules[rule] ?? rule;
    return t(`import.ruleEndings.${ending}`, { field: nameOf(rule.slice(0, -ending.length)) });
  };
}
