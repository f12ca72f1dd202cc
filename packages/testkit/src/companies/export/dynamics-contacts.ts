import { Random } from "../../random.ts";
import { daysBefore } from "../market/calendar.ts";
import { describeFirm, type Firm, plain } from "../master/firm.ts";
import { drawPerson, type Person } from "../master/people.ts";
import { mobileDigits, phoneText } from "../master/phone-text.ts";
import type { Language } from "../master/places.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { guid } from "../write/guid.ts";
import { csvField } from "../write/number-text.ts";
import { accountNumber, type World } from "./world.ts";

const header =
  "contactid,accountnumber,parentcustomeridname,salutation,firstname,lastname,jobtitle,telephone1,mobilephone,emailaddress1,donotphone,donotemail,preferredcontactmethodcode,statecode,createdon\r\n";

const jobs: Record<
  Language,
  { readonly owner: string; readonly others: readonly string[]; readonly woman: string; readonly man: string }
> = {
  de: {
    owner: "Geschäftsleitung",
    others: ["Einkauf", "Werkstattleitung", "Projektleitung", "Büro"],
    woman: "Frau",
    man: "Herr",
  },
  fr: {
    owner: "Direction",
    others: ["Achats", "Chef d'atelier", "Chef de projet", "Secrétariat"],
    woman: "Madame",
    man: "Monsieur",
  },
  it: {
    owner: "Direzione",
    others: ["Acquisti", "Capo officina", "Capo progetto", "Ufficio"],
    woman: "Signora",
    man: "Signor",
  },
};

/** Contacts as the CRM exports them: UTF-8 with a byte order mark, commas, ISO dates. Three of ten customers have none. */
export async function writeDynamicsContacts(world: World, path: string): Promise<number> {
  const { population, accounts } = world;
  const writer = await ChunkWriter.open(path, "utf8-bom", header);
  for (let c = 0; c < population.size; c++) {
    addContacts(world, writer, c, describeFirm(world.seed, population, c), population.isLarge[c] ? 3 : 1);
    await writer.flushWhenFull();
  }
  for (const second of accounts.seconds) {
    const { firm } = accounts.spelling(second, describeFirm(world.seed, population, second.customer));
    addContacts(world, writer, second.account, firm, 1);
  }
  await writer.close();
  return writer.rows;
}

function addContacts(world: World, writer: ChunkWriter, account: number, firm: Firm, atLeast: number): void {
  const random = new Random(world.seed, "contacts", account);
  if (atLeast === 1 && random.chance(0.3)) return;
  for (let i = 0; i < atLeast + (random.chance(0.2) ? 1 : 0); i++) {
    const person = i === 0 ? firm.owner : drawPerson(firm.place.language, random);
    writer.addRow(contactRow(world, account, firm, person, i === 0, random));
  }
}

function contactRow(
  world: World,
  account: number,
  firm: Firm,
  person: Person,
  isOwner: boolean,
  random: Random,
): string {
  const job = jobs[firm.place.language];
  const domain = firm.mail.split("@")[1] ?? "";
  const personal = `${plain(person.givenName)}.${plain(person.surname)}@${domain}`;
  const fields = [
    guid(random),
    accountNumber(account),
    firm.name,
    person.isWoman ? job.woman : job.man,
    person.givenName,
    person.surname,
    isOwner ? job.owner : random.pick(job.others),
    firm.phone === "" ? "" : phoneText(firm.phone, random),
    random.chance(0.55) ? phoneText(mobileDigits(random), random) : "",
    domain === "" || random.chance(0.2) ? "" : personal,
    random.chance(0.04) ? "true" : "false",
    random.chance(0.12) ? "true" : "false",
    random.pick(["1", "1", "2", "3"]),
    "0",
    daysBefore(world.calendar.iso[0] as string, random.between(-900, 2_500)),
  ];
  return `${fields.map((field) => csvField(field, ",")).join(",")}\r\n`;
}
