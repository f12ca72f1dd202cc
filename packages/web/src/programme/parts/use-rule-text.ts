import { type TwoLanguages, useTexts } from "../../i18n/index.ts";

/** A sentence of the engine in the reader's language, with its days written as the reader writes them. */
export function useRuleText(): (text: TwoLanguages) => string {
  const { format, pick } = useTexts();
  return (text) => pick(text).replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => format.date(day));
}
