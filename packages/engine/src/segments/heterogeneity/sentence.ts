import { percentText } from "../../figure-text.ts";
import { driverLabels, type HeterogeneityDriver, type HeterogeneityTarget } from "./drivers-contract.ts";

interface Part {
  readonly driver: HeterogeneityDriver;
  readonly share: number;
}

/** Below this share of the differences a driver explains little, and so do all of them together. */
export const littleShare = 0.1;

/** The driver with the largest share, where it explains something at all. */
export function mainDriverOf(parts: readonly Part[]): HeterogeneityDriver | null {
  const [first] = [...parts].sort((a, b) => b.share - a.share);
  return first !== undefined && first.share >= littleShare / 2 ? first.driver : null;
}

const differences: Readonly<
  Record<HeterogeneityTarget | "sales", { readonly de: string; readonly en: string }>
> = {
  contribution: { de: "Unterschiede im Deckungsbeitrag", en: "differences in contribution" },
  sales: { de: "Unterschiede im Umsatz", en: "differences in sales" },
  growth: { de: "Unterschiede beim Wachstum", en: "differences in growth" },
  needBreadth: { de: "Unterschiede in der Bedarfsbreite", en: "differences in need breadth" },
};

/**
 * What the shares mean, for a board: who explains most, how much size explains, and how much nobody does.
 * Size is named even where it explains little: it is what most firms steer by.
 * @param target `sales` while they stand in for a contribution that is not known
 */
export function heterogeneitySentence(
  target: HeterogeneityTarget | "sales",
  parts: readonly Part[],
  explainedShare: number,
): { de: string; en: string } {
  const ranked = [...parts].sort((a, b) => b.share - a.share);
  const about = differences[target];
  if (explainedShare < littleShare) {
    const names = { de: namesOf(ranked, "de"), en: namesOf(ranked, "en") };
    return {
      de: `${capital(names.de)} erklären zusammen nur ${percent(explainedShare).de} der ${about.de}: Gleich grosse Kunden derselben Art sind sehr verschieden.`,
      en: `Together, ${names.en} explain only ${percent(explainedShare).en} of the ${about.en}: customers of the same size and kind differ widely.`,
    };
  }
  const [first, second] = ranked as [Part, Part | undefined];
  const size = ranked.find(({ driver }) => driver === "size");
  const main = {
    de: `${capital(named(first.driver, "de"))} erklärt ${percent(first.share).de} der ${about.de}`,
    en: `${capital(named(first.driver, "en"))} explains ${percent(first.share).en} of the ${about.en}`,
  };
  const next = first.driver === "size" ? second : size;
  const other =
    next === undefined
      ? { de: "", en: "" }
      : {
          de: `, ${named(next.driver, "de")} ${next.share < littleShare ? "nur " : ""}${percent(next.share).de}`,
          en: `, ${named(next.driver, "en")} ${next.share < littleShare ? "only " : ""}${percent(next.share).en}`,
        };
  const rest = 1 - explainedShare;
  return {
    de: `${main.de}${other.de}; ${percent(rest).de} bleiben unerklärt.`,
    en: `${main.en}${other.en}; ${percent(rest).en} stay unexplained.`,
  };
}

function namesOf(parts: readonly Part[], language: "de" | "en"): string {
  const names = parts.map(({ driver }) => named(driver, language));
  const last = names.pop();
  const and = language === "de" ? " und " : " and ";
  return names.length === 0 ? (last ?? "") : `${names.join(", ")}${and}${last}`;
}

/** With the article that a sentence needs. */
function named(driver: HeterogeneityDriver, language: "de" | "en"): string {
  const label = driverLabels[driver][language];
  if (language === "de") return `${driver === "entryChannel" ? "der" : "die"} ${label}`;
  return driver === "customerAge" || driver === "entryChannel" ? `the ${label}` : label;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const percent = (ratio: number) => percentText(ratio, 0);
