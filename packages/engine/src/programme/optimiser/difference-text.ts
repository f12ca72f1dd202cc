import type { Text } from "../../measures/measure-contract.ts";
import type { BundleChoice, ProgrammeUnit } from "./bundle-contract.ts";
import type { PlanNames } from "./plan-names.ts";

/** What a choice has more (+) and less (−) than the optimum, segment by segment. */
export function differenceText(
  units: readonly ProgrammeUnit[],
  best: BundleChoice,
  other: BundleChoice,
  names: PlanNames,
): Text {
  const parts = units.flatMap(({ segment, bundles }, unit) => {
    const [was, is] = [bundles[best[unit]!]!.options, bundles[other[unit]!]!.options];
    const more = is.filter((code) => !was.includes(code));
    const less = was.filter((code) => !is.includes(code));
    if (more.length + less.length === 0) return [];
    const words = (language: "de" | "en") =>
      [
        ...more.map((code) => `+ ${names.option(code)[language]}`),
        ...less.map((code) => `− ${names.option(code)[language]}`),
      ].join(", ");
    const { de, en } = names.segment(segment);
    return [{ de: `${de}: ${words("de")}`, en: `${en}: ${words("en")}` }];
  });
  if (parts.length === 0)
    return { de: "Das Optimum der linearen Sicht.", en: "The optimum of the linear view." };
  return { de: parts.map(({ de }) => de).join("; "), en: parts.map(({ en }) => en).join("; ") };
}
