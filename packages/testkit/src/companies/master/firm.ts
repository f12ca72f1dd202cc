import { Random, WeightedChoice } from "../../random.ts";
import type { Population } from "../market/population.ts";
import { branches } from "./branches.ts";
import { drawPerson, drawSurname, type Person } from "./people.ts";
import { type Language, type Place, places, streetsOf } from "./places.ts";
import { inventedUid } from "./uid.ts";

/** Who a customer is on paper. Made anew from seed and number whenever it is needed, so nothing has to be kept. */
export interface Firm {
  readonly name: string;
  /** Empty for a sole trader. */
  readonly legalForm: string;
  readonly owner: Person;
  readonly place: Place;
  readonly street: string;
  readonly houseNumber: string;
  /** As dialled within the country, digits only, e.g. `0520123456`. */
  readonly phone: string;
  readonly mail: string;
  /** Null where the supplier does not know it. */
  readonly uid: string | null;
}

const placeChoice = new WeightedChoice(places.map((place) => place.weight));
const legalForms: Record<Language, { readonly limited: string; readonly corporation: string }> = {
  de: { limited: "GmbH", corporation: "AG" },
  fr: { limited: "Sàrl", corporation: "SA" },
  it: { limited: "Sagl", corporation: "SA" },
};

/** Local numbers start with 0, which is never assigned; the odd factor visits all million of them before one comes twice. */
const phoneFactor = 611_953;

export function describeFirm(seed: number, population: Population, c: number): Firm {
  const random = new Random(seed, "firm", c);
  const place = places[placeChoice.draw(random)] as Place;
  const owner = drawPerson(place.language, random);
  const staff = population.staff[c] as number;
  const soleTraderShare = population.isLarge[c] ? 0 : staff <= 2 ? 0.6 : staff <= 9 ? 0.25 : 0;
  const isSoleTrader = random.chance(soleTraderShare);
  const forms = legalForms[place.language];
  const legalForm = isSoleTrader
    ? ""
    : random.chance(staff < 10 ? 0.7 : 0.3)
      ? forms.limited
      : forms.corporation;
  const name = drawName(population.branch[c] as number, place, owner, legalForm, random);
  const street = random.pick(streetsOf(place.language));
  const houseNumber = `${random.between(1, 120)}${random.chance(0.12) ? random.pick(["a", "b", "c"]) : ""}`;
  const local = String((c * phoneFactor) % 1_000_000).padStart(6, "0");
  const isListed = random.chance(isSoleTrader ? 0.55 : 0.92);
  return {
    name,
    legalForm,
    owner,
    place,
    street,
    houseNumber,
    phone: `${place.areaCode}0${local}`,
    mail: drawMail(name, place, owner, isSoleTrader, random),
    uid: isListed ? inventedUid(c) : null,
  };
}

function drawName(branch: number, place: Place, owner: Person, legalForm: string, random: Random): string {
  const word = branches[branch]?.word[place.language] ?? "";
  const { surname, givenName } = owner;
  if (legalForm === "") {
    return random.pick([
      `${word} ${surname}`,
      `${surname} ${givenName}, ${word}`,
      `${word} ${givenName} ${surname}`,
    ]);
  }
  const second = drawSurname(place.language, random);
  const stem = random.pick([
    `${word} ${surname}`,
    `${surname} ${word}`,
    `${surname} & ${second}`,
    `${surname} ${word} ${place.city.split(/[ /]/)[0]}`,
    `${givenName} ${surname}`,
    `${surname} + ${second} ${word}`,
  ]);
  return `${stem} ${legalForm}`;
}

/** Own domain, or a mailbox at one of three big providers that many share; all under the reserved `.example`. */
function drawMail(name: string, place: Place, owner: Person, isSoleTrader: boolean, random: Random): string {
  const point = random.next();
  if (point < 0.12) return "";
  if (point < (isSoleTrader ? 0.5 : 0.2)) {
    const provider = random.pick(["postfach.example", "mailhaus.example", "bluemail.example"]);
    return `${plain(owner.givenName)}.${plain(owner.surname)}${random.between(1, 99)}@${provider}`;
  }
  const stem = plain(name.replace(/ (?:GmbH|AG|Sàrl|SA|Sagl)$/, ""));
  const city = plain(place.city);
  const domain = stem.endsWith(city) ? stem : `${stem}-${city}`;
  return `${random.pick(["info", "info", "info", "office", "mail", plain(owner.surname)])}@${domain}.example`;
}

/** Lower-case letters, digits and hyphens. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
