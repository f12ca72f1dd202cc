/** One row of `account_current`, and the firm that it truly is. */
export interface SyntheticAccount {
  readonly accountId: number;
  /** Accounts with the same number are one firm. */
  readonly firm: number;
  readonly source: string;
  readonly name: string;
  readonly street: string | null;
  readonly postcode: string;
  readonly city: string;
  readonly country: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly vatId: string | null;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const commonSurnames = (
  "Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer Gerber Brunner Baumann Frei Zimmermann Moser " +
  "Widmer Wyss Graf Roth Bühler Hofmann Künzli Schäfer Lüthi Favre Rochat Bernasconi Bianchi Jäggi Ammann Strässle"
).split(" ");
const onsets = "B D F G H J K L M N P R S T V W Z Br Gr Kr Schw St Tr Pf Fl Sch".split(" ");
const middles = "a e i o u au ei ie ä ü ö".split(" ");
const codas = "l r n m ck tt nz rt ss ll gg mm ld rn bl".split(" ");
const endings = ["er", "i", "mann", "li", "en", "inger", "o", "egger", "hauser", "a"];
const trades = (
  "Schreinerei Elektro Garage Bäckerei Restaurant Malergeschäft Treuhand Immobilien Transporte Holzbau Metallbau Gartenbau " +
  "Sanitär Heizungen Architektur Consulting Metzgerei Apotheke Coiffeur Hotel Informatik Reinigungen Bau Drogerie"
).split(" ");
const forms = ["AG", "GmbH", "GmbH", "AG", "", "Sàrl", "SA", "& Co. KG", "Einzelfirma", "Genossenschaft"];
const formVariants: Readonly<Record<string, readonly string[]>> = {
  AG: ["AG", "A.G.", "Aktiengesellschaft", "SA", ""],
  GmbH: ["GmbH", "G.m.b.H.", "Gmbh", "gmbh", "Sàrl", ""],
  Sàrl: ["Sàrl", "S.à r.l.", "SARL", "Sarl", ""],
  "& Co. KG": ["& Co. KG", "u. Co KG", "+ Co. KG", "KG"],
};
const streetNames =
  "Bahnhof Dorf Haupt Kirch Schul Industrie Garten Wiesen Berg See Ring Feld Mühle Birken Linden Rosen".split(
    " ",
  );
const streetKinds = ["strasse", "weg", "gasse", "platz"];

const digits = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("");

function swissUid(random: () => number): string {
  for (;;) {
    const body = `${1 + Math.floor(random() * 4)}${digits(random, 7)}`;
    const sum = [5, 4, 3, 2, 7, 6, 5, 4].reduce(
      (total, weight, index) => total + weight * Number(body[index]),
      0,
    );
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `CHE-${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}${check}`;
  }
}

interface Firm {
  readonly firm: number;
  readonly surname: string;
  readonly trade: string;
  readonly form: string;
  readonly streetName: string;
  readonly streetKind: string;
  readonly house: number;
  readonly place: number;
  readonly phone: string;
  readonly email: string;
  readonly vatId: string;
}

function typo(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const kind = random();
  if (kind < 0.35) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.65) return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
  return `${text.slice(0, at)}${text[at] ?? ""}${text.slice(at)}`;
}

const withoutUmlauts = (text: string): string =>
  text.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter);

export interface SyntheticOptions {
  /** Accounts to make; duplicates included. */
  readonly accounts: number;
  readonly seed: number;
  /** Share of firms that have two to four accounts; default 0.15. */
  readonly duplicateShare?: number;
}

/**
 * Accounts of invented Swiss firms with known truth, one after the other. Duplicates differ by slips of the pen,
 * legal form, umlauts, trade words, word order, address and phone spelling, missing fields and moves. Made hard by
 * firms of one surname and place, different firms at one door, firms of one owner's name in two trades, and one phone
 * number that a clerk typed for want of a better one.
 */
export function* syntheticAccounts(options: SyntheticOptions): Generator<SyntheticAccount> {
  const random = seededRandom(options.seed);
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(random() * list.length)];
    if (value === undefined) throw new Error("pick: the list is empty; expected at least one value");
    return value;
  };
  const places = Math.max(20, Math.min(3500, Math.round(options.accounts / 40)));
  const duplicateShare = options.duplicateShare ?? 0.15;

  const surname = (): string =>
    random() < 0.35
      ? pick(commonSurnames)
      : pick(onsets) +
        pick(middles) +
        pick(codas) +
        (random() < 0.5 ? pick(middles) + pick(codas) : "") +
        pick(endings);

  function firmOf(number: number, neighbour: Firm | null): Firm {
    const name = surname();
    const slug = withoutUmlauts(name.toLowerCase());
    // A few places hold most firms, as towns do.
    const place = Math.floor(places * random() ** 2);
    const fresh: Firm = {
      firm: number,
      surname: name,
      trade: pick(trades),
      form: pick(forms),
      streetName: pick(streetNames),
      streetKind: pick(streetKinds),
      house: 1 + Math.floor(random() * 120),
      place,
      phone: `0${pick(["44", "31", "61", "71", "41", "79", "78", "81"])}${digits(random, 7)}`,
      email: random() < 0.3 ? `${slug}${digits(random, 3)}@bluewin.ch` : `info@${slug}-${number % 9973}.ch`,
      vatId: swissUid(random),
    };
    if (neighbour === null || random() > 0.05) return fresh;
    const { streetName, streetKind, house } = neighbour;
    const sameDoor = { ...fresh, streetName, streetKind, house, place: neighbour.place };
    // Half of them share a surname too: Meier Elektro and, next door, cousin Meier's treuhand.
    return random() < 0.5 ? sameDoor : { ...fresh, surname: neighbour.surname, place: neighbour.place };
  }

  function accountOf(firm: Firm, accountId: number, isVariant: boolean): SyntheticAccount {
    const may = (share: number): boolean => isVariant && random() < share;
    let who = may(0.2) ? typo(firm.surname, random) : firm.surname;
    if (may(0.3)) who = withoutUmlauts(who);
    const trade = may(0.15) ? "" : firm.trade;
    const form = isVariant && random() < 0.5 ? pick(formVariants[firm.form] ?? [firm.form, ""]) : firm.form;
    const parts = may(0.2) ? [trade, who, form] : [who, trade, form];
    const name = parts.filter((part) => part !== "").join(" ");

    const moved = may(0.05);
    const place = moved ? Math.floor(places * random()) : firm.place;
    const kind =
      firm.streetKind === "strasse" && may(0.5) ? pick(["str.", "-Strasse", "straße"]) : firm.streetKind;
    const streetName = moved ? pick(streetNames) : may(0.1) ? typo(firm.streetName, random) : firm.streetName;
    const house = moved ? 1 + Math.floor(random() * 120) : firm.house;
    const street = may(0.08)
      ? `${streetName}${kind}`
      : `${streetName}${kind} ${house}${may(0.05) ? " a" : ""}`;

    const national = may(0.1) ? `0${pick(["44", "79"])}${digits(random, 7)}` : firm.phone;
    const phone = may(0.6)
      ? `+41 (0)${national.slice(1, 3)} ${national.slice(3, 6)} ${national.slice(6)}`
      : national;
    const vatId = may(0.2)
      ? firm.vatId.replace(/[-.]/g, "")
      : may(0.05)
        ? typo(firm.vatId, random)
        : firm.vatId;
    return {
      accountId,
      firm: firm.firm,
      source: isVariant ? "crm" : "erp",
      name: may(0.15) ? name.toUpperCase() : name,
      street: random() < 0.04 ? null : street,
      postcode: may(0.1) ? `CH-${1000 + place}` : String(1000 + place),
      city: `Oberdorf ${String.fromCharCode(65 + (place % 26))}${place}`,
      country: random() < 0.5 ? "CH" : null,
      phone: random() < 0.005 ? "044 000 11 22" : random() < 0.3 ? null : phone,
      email: random() < 0.4 ? null : may(0.2) ? firm.email.replace("info", "buchhaltung") : firm.email,
      vatId: random() < 0.6 ? null : vatId,
    };
  }

  let neighbour: Firm | null = null;
  let accountId = 1;
  for (let number = 1; accountId <= options.accounts; number += 1) {
    const firm: Firm = firmOf(number, neighbour);
    neighbour = firm;
    const extra: number = random() < duplicateShare ? 1 + Math.floor(random() ** 2 * 3) : 0;
    for (let copy = 0; copy <= extra && accountId <= options.accounts; copy += 1) {
      yield accountOf(firm, accountId, copy > 0);
      accountId += 1;
    }
  }
}
