/**
 * Legal forms by what they are, so that `Muster AG` and `Muster SA` (one Swiss firm in two languages) agree.
 * The class is evidence of its own; the words of the form are never part of the name.
 */
export type LegalFormClass =
  | "privateLimited"
  | "stock"
  | "soleTrader"
  | "generalPartnership"
  | "limitedPartnership"
  | "limitedPartnershipWithLimited"
  | "civilPartnership"
  | "cooperative"
  | "association"
  | "foundation"
  | "publicBody";

/** Spellings after folding (`foldText`), words separated by spaces: `G.m.b.H.` folds to `g m b h`. */
const spellings: Readonly<Record<LegalFormClass, readonly string[]>> = {
  privateLimited: [
    ...[
      "gmbh",
      "g m b h",
      "ggmbh",
      "gesmbh",
      "ges m b h",
      "mbh",
      "m b h",
      "gesellschaft mit beschrankter haftung",
    ],
    ...["ug haftungsbeschrankt", "ug", "sarl", "s a r l", "sagl", "s a g l", "srl", "s r l", "srls", "eurl"],
    ...[
      "ltd",
      "limited",
      "ltd liab co",
      "llc",
      "l l c",
      "llp",
      "bv",
      "b v",
      "aps",
      "sro",
      "s r o",
      "doo",
      "d o o",
    ],
    ...["kft", "sp z o o", "sp zoo", "lda", "sl", "s l", "oy", "pty ltd", "pty"],
  ],
  stock: [
    ...[
      "ag",
      "a g",
      "aktiengesellschaft",
      "kgaa",
      "se",
      "sa",
      "s a",
      "societe anonyme",
      "sas",
      "s a s",
      "sasu",
    ],
    ...[
      "spa",
      "s p a",
      "inc",
      "incorporated",
      "corp",
      "corporation",
      "plc",
      "p l c",
      "nv",
      "n v",
      "a s",
      "ab",
      "asa",
    ],
  ],
  soleTrader: [
    ...["e k", "ek", "e kfm", "e kfr", "eingetragener kaufmann", "eingetragene kauffrau", "e u", "eu"],
    ...["einzelfirma", "einzelunternehmen", "einzelunternehmung", "raison individuelle", "ditta individuale"],
    ...["entreprise individuelle", "sole trader", "sole proprietor"],
  ],
  generalPartnership: [
    ...["ohg", "o h g", "og", "kollektivgesellschaft", "kollg", "snc", "s n c", "societe en nom collectif"],
    ...["offene handelsgesellschaft", "offene gesellschaft", "und co", "co", "cie", "und cie"],
  ],
  limitedPartnership: ["kg", "k g", "kommanditgesellschaft", "kmg", "und co kg", "co kg", "scs", "s c s"],
  limitedPartnershipWithLimited: [
    ...["gmbh und co kg", "gmbh co kg", "ag und co kg", "ag co kg", "ug und co kg", "gmbh und co", "gmbh co"],
    ...["gmbh und co ohg", "gmbh co ohg", "gmbh und cie kg", "mbh und co kg", "mbh co kg"],
  ],
  civilPartnership: [
    "gbr",
    "g b r",
    "gesbr",
    "gdbr",
    "partg",
    "partg mbb",
    "partnerschaft mbb",
    "partgmbb",
    "einfache gesellschaft",
  ],
  cooperative: ["genossenschaft", "eg", "e g", "egen", "societe cooperative", "gen"],
  association: ["verein", "e v", "ev", "association"],
  foundation: ["stiftung", "fondation", "fondazione"],
  publicBody: ["aor", "anstalt des offentlichen rechts", "kdor"],
};

/** States of a firm that stand in its name and say nothing about who it is. */
const statusRemarks = [
  "in liquidation",
  "in liq",
  "i l",
  "en liquidation",
  "in liquidazione",
  "in grundung",
  "i g",
];

/** Forms that are ordinary words too: only at the end of a name are they certainly a form. */
const onlyAtTheEnd = new Set([
  "co",
  "gen",
  "association",
  "se",
  "sl",
  "ab",
  "eu",
  "as",
  "a s",
  "og",
  "oy",
  "eg",
  "ug",
  "und co",
]);

interface Form {
  readonly words: readonly string[];
  readonly legalForm: LegalFormClass | null;
  readonly endOnly: boolean;
}

const formsByFirstWord = new Map<string, Form[]>();
function addForm(spelling: string, legalForm: LegalFormClass | null): void {
  const words = spelling.split(" ");
  const first = words[0] ?? "";
  const forms = formsByFirstWord.get(first) ?? [];
  forms.push({ words, legalForm, endOnly: onlyAtTheEnd.has(spelling) });
  forms.sort((a, b) => b.words.length - a.words.length);
  formsByFirstWord.set(first, forms);
}
for (const legalForm of Object.keys(spellings) as LegalFormClass[]) {
  for (const spelling of spellings[legalForm]) addForm(spelling, legalForm);
}
for (const remark of statusRemarks) addForm(remark, null);

/** A name's words without its legal form; `legalForm` is null when none was found. */
export interface NameWithoutForm {
  readonly words: string[];
  readonly legalForm: LegalFormClass | null;
}

function formAt(words: readonly string[], start: number): Form | undefined {
  return formsByFirstWord.get(words[start] ?? "")?.find((form) => {
    const end = start + form.words.length;
    if (end > words.length || (form.endOnly && end !== words.length)) return false;
    return form.words.every((word, offset) => words[start + offset] === word);
  });
}

/**
 * Takes legal forms and remarks such as `in Liquidation` out of folded words, the longest form first.
 * Of several forms the last one counts (`Muster Holding AG & Co. KG` is one form; `AG Muster GmbH` is a GmbH).
 * A name that consists of a form only keeps its words: `SE` may be a name.
 */
export function withoutLegalForm(words: readonly string[]): NameWithoutForm {
  const kept: string[] = [];
  let legalForm: LegalFormClass | null = null;
  for (let index = 0; index < words.length; ) {
    const form = formAt(words, index);
    if (form === undefined) {
      kept.push(words[index] ?? "");
      index += 1;
    } else {
      legalForm = form.legalForm ?? legalForm;
      index += form.words.length;
    }
  }
  return { words: kept.length > 0 ? kept : [...words], legalForm };
}
