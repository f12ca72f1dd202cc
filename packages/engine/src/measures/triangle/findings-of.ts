import type { CaseType, Triangle } from "./report-contract.ts";

/** Most findings that are said; the list of case types holds the rest. */
const mostFindings = 10;

/**
 * What to say first. Case types above the failure ratio lead and speak to the process owner (AT3.5); the others follow by
 * expected money.
 */
export function findingsOf(
  caseTypes: readonly CaseType[],
  { failureFindingRatio }: { readonly failureFindingRatio: number },
): Triangle["findings"] {
  return caseTypes
    .filter((type) => type.effectCents > 0)
    .map((type) => {
      const isFailure = type.failureShare !== null && type.failureShare > failureFindingRatio;
      return {
        caseType: type.code,
        addressee: type.addressee,
        addresseeLabel: type.addresseeLabel,
        sentence: sentenceOf(type, isFailure),
        effectCents: type.effectCents,
        lowCents: type.lowCents,
        highCents: type.highCents,
        isFailure,
      };
    })
    .sort((a, b) => Number(b.isFailure) - Number(a.isFailure) || b.effectCents - a.effectCents)
    .slice(0, mostFindings);
}

function sentenceOf(type: CaseType, isFailure: boolean) {
  const place = (language: "de" | "en") =>
    [type.reasonLabel[language], type.needField, type.channelLabel[language]].filter(Boolean).join(" · ");
  const means = type.means[0];
  if (isFailure) {
    const percent = Math.round((type.failureShare ?? 0) * 100);
    return {
      de: `${place("de")}: ${percent} % der ${type.contacts} Kontakte verursachen wir selbst. An ${type.addresseeLabel.de}: ${means?.label.de ?? ""}.`,
      en: `${place("en")}: we cause ${percent} % of the ${type.contacts} contacts ourselves. To ${type.addresseeLabel.en}: ${means?.label.en ?? ""}.`,
    };
  }
  return {
    de: `${place("de")}: ${type.contacts} Kontakte von ${type.customers} Kunden. An ${type.addresseeLabel.de}: ${means?.label.de ?? ""}.`,
    en: `${place("en")}: ${type.contacts} contacts of ${type.customers} customers. To ${type.addresseeLabel.en}: ${means?.label.en ?? ""}.`,
  };
}
