import type { Random } from "../../random.ts";
import { branches } from "./branches.ts";
import type { Firm } from "./firm.ts";
import { streetsOf } from "./places.ts";

export type SpellingChange =
  | "typo"
  | "legalForm"
  | "wordOrder"
  | "moved"
  | "streetAbbreviated"
  | "phoneMissing"
  | "mailMissing"
  | "uidMissing";

/** A firm as somebody typed it a second time, and what is different. */
export interface Spelling {
  readonly firm: Firm;
  readonly changes: readonly SpellingChange[];
}

/** Writes the same firm otherwise; at least one of phone, mail and UID stays, so that a person could tell. */
export function spellOtherwise(firm: Firm, branch: number, random: Random): Spelling {
  const changes: SpellingChange[] = [];
  let { name, street, houseNumber, phone, mail, uid } = firm;
  const change = (kind: SpellingChange, probability: number, apply: () => void) => {
    if (!random.chance(probability)) return;
    changes.push(kind);
    apply();
  };
  const word = branches[branch]?.word[firm.place.language] ?? "";
  change("wordOrder", 0.25, () => {
    name = swapWords(name, word);
  });
  if (firm.legalForm !== "") {
    change("legalForm", 0.5, () => {
      name = otherLegalForm(name, firm.legalForm, random);
    });
  }
  change("typo", 0.4, () => {
    name = mistype(name, random);
  });
  change("moved", 0.15, () => {
    street = random.pick(streetsOf(firm.place.language));
    houseNumber = String(random.between(1, 120));
  });
  change("streetAbbreviated", 0.6, () => {
    street = street
      .replace(/strasse$/, "str.")
      .replace(/^Route/, "Rte")
      .replace(/^Avenue/, "Av.")
      .replace(/^Chemin/, "Ch.")
      .replace(/^Viale/, "V.le");
  });
  change("uidMissing", 0.6, () => {
    uid = null;
  });
  change("mailMissing", 0.4, () => {
    mail = "";
  });
  if (uid !== null || mail !== "") {
    change("phoneMissing", 0.25, () => {
      phone = "";
    });
  }
  return { firm: { ...firm, name, street, houseNumber, phone, mail, uid }, changes };
}

function swapWords(name: string, word: string): string {
  if (name.startsWith(`${word} `))
    return `${name.slice(word.length + 1).replace(/ (GmbH|AG|Sàrl|SA|Sagl)$/, "")} ${word}${/ (?:GmbH|AG|Sàrl|SA|Sagl)$/.exec(name)?.[0] ?? ""}`;
  return name.replace(/^(\S+) (\S+)/, "$2 $1").replace(",", "");
}

function otherLegalForm(name: string, legalForm: string, random: Random): string {
  const others: Record<string, readonly string[]> = {
    GmbH: ["", "G.m.b.H.", "Gmbh", "AG"],
    AG: ["", "A.G.", "Aktiengesellschaft", "SA"],
    Sàrl: ["", "S.à r.l.", "SARL", "SA"],
    SA: ["", "S.A.", "AG"],
    Sagl: ["", "S.a.g.l.", "SA"],
  };
  return name.replace(new RegExp(` ${legalForm}$`), ` ${random.pick(others[legalForm] ?? [""])}`).trim();
}

/** One slip of the fingers: two letters swapped, one left out or doubled, or an umlaut written out. */
function mistype(name: string, random: Random): string {
  if (/[äöü]/.test(name) && random.chance(0.5))
    return name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  const at = random.between(1, Math.max(1, Math.min(name.length, 12) - 3));
  const [left, a, b, right] = [name.slice(0, at), name[at] ?? "", name[at + 1] ?? "", name.slice(at + 2)];
  return left + random.pick([b + a, b, a + a + b]) + right;
}
