import { countText, percentText } from "../../figure-text.ts";
import type { CaseType, Triangle } from "./report-contract.ts";

/** Most findings that are said, and how many of them may be failures; the list of case types holds the rest. */
const mostFindings = 10;
const mostFailures = 6;

/**
 * What to say first. The same means for the same reason is one finding, over all need fields and channels. Case types above the
 * failure ratio lead and speak to the process owner (AT3.5); the others follow by expected money.
 */
export function findingsOf(
  caseTypes: readonly CaseType[],
  { failureFindingRatio }: { readonly failureFindingRatio: number },
): Triangle["findings"] {
  const isFailure = ({ failureShare }: CaseType) =>
    failureShare !== null && failureShare > failureFindingRatio;
  const groups = new Map<string, CaseType[]>();
  for (const type of caseTypes) {
    if (type.effectCents <= 0) continue;
    const key = JSON.stringify([type.reason, isFailure(type), type.means[0]?.code]);
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  const findings = [...groups.values()]
    .map((types) => findingOf(types, isFailure(types[0]!)))
    .sort((a, b) => b.effectCents - a.effectCents);
  const failures = findings.filter((finding) => finding.isFailure).slice(0, mostFailures);
  const others = findings.filter((finding) => !finding.isFailure);
  return [...failures, ...others.slice(0, mostFindings - failures.length)];
}

function findingOf(types: readonly CaseType[], isFailure: boolean): Triangle["findings"][number] {
  const sum = (of: (type: CaseType) => number) => types.reduce((total, type) => total + of(type), 0);
  const top = types.reduce((best, type) => (type.effectCents > best.effectCents ? type : best));
  const contacts = sum((type) => type.contacts);
  const means = top.means[0]!.label;
  const all = countText(contacts);
  const failure = percentText(
    sum((type) => (type.failureShare ?? 0) * type.contacts) / Math.max(1, contacts),
    0,
  );
  return {
    caseType: top.code,
    addressee: top.addressee,
    addresseeLabel: top.addresseeLabel,
    sentence: isFailure
      ? {
          de: `${top.reasonLabel.de}: ${failure.de} von ${all.de} Kontakten verursachen wir selbst. An ${top.addresseeLabel.de}: ${means.de}.`,
          en: `${top.reasonLabel.en}: we cause ${failure.en} of ${all.en} contacts ourselves. To ${top.addresseeLabel.en}: ${means.en}.`,
        }
      : {
          de: `${top.reasonLabel.de}: ${all.de} Kontakte. An ${top.addresseeLabel.de}: ${means.de}.`,
          en: `${top.reasonLabel.en}: ${all.en} contacts. To ${top.addresseeLabel.en}: ${means.en}.`,
        },
    effectCents: sum((type) => type.effectCents),
    lowCents: sum((type) => type.lowCents),
    highCents: sum((type) => type.highCents),
    isFailure,
  };
}
