import { Random } from "../../random.ts";
import { daysBefore, germanDate } from "../market/calendar.ts";
import { fieldRepCount } from "../market/economics.ts";
import { latentState } from "../market/population.ts";
import { branches } from "../master/branches.ts";
import { describeFirm, type Firm } from "../master/firm.ts";
import { phoneText } from "../master/phone-text.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField, sapAmount } from "../write/number-text.ts";
import { accountNumber, type World } from "./world.ts";

const header =
  "KUNNR;NAME1;NAME2;STRAS;PSTLZ;ORT01;LAND1;TELF1;SMTP_ADDR;STCEG;BRSCH;BRTXT;JMZAH;UMSA1;ERDAT;VKORG;VTWEG;SPART;KLABC;KDGRP;VKGRP;SPRAS;LOEVM\r\n";
const nameLength = 35;
const vatSuffix = { de: "MWST", fr: "TVA", it: "IVA" } as const;

/** Writes customer master and sales areas as one list: a customer with two sales areas stands there twice. */
export async function writeSapCustomers(world: World, path: string): Promise<number> {
  const { population, accounts } = world;
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  for (let c = 0; c < population.size; c++) {
    const firm = describeFirm(world.seed, population, c);
    addAccount(world, writer, c, c, firm, population.startDay[c] as number);
    await writer.flushWhenFull();
  }
  for (const second of accounts.seconds) {
    const { firm } = accounts.spelling(second, describeFirm(world.seed, population, second.customer));
    addAccount(world, writer, second.customer, second.account, firm, second.fromDay);
  }
  await writer.close();
  return writer.rows;
}

function addAccount(
  world: World,
  writer: ChunkWriter,
  c: number,
  account: number,
  firm: Firm,
  sinceDay: number,
): void {
  const random = new Random(world.seed, "sapCustomer", account);
  const [name1, name2] = splitName(firm.name);
  const branch = branches[world.population.branch[c] as number];
  const master = [
    accountNumber(account),
    name1,
    name2,
    `${firm.street} ${firm.houseNumber}`,
    firm.place.postcode,
    firm.place.city,
    firm.place.land,
    firm.phone === "" ? "" : phoneText(firm.phone, random),
    firm.mail,
    vatId(firm, random),
    branch?.code ?? "",
    branch?.text ?? "",
    staffOnFile(world.population.staff[c] as number, random),
    ownTurnover(world.population.staff[c] as number, random),
    germanDate(createdOn(world, sinceDay, random)),
  ];
  const fixed = master.map((field) => csvField(field, ";")).join(";");
  const salesAreas = random.chance(0.06)
    ? [
        ["10", "00"],
        random.pick([
          ["20", "00"],
          ["10", "20"],
        ]),
      ]
    : [["10", "00"]];
  for (const [channel, division] of salesAreas) {
    const terms = [
      opinion(world, c, random),
      ...responsible(world, c, firm),
      firm.place.language.slice(0, 1).toUpperCase(),
    ];
    writer.addRow(
      `${fixed};1000;${channel};${division};${terms.join(";")};${deletionFlag(world, c, account, random)}\r\n`,
    );
  }
}

/** `NAME1` holds 35 characters; the rest goes to `NAME2` at a word. */
function splitName(name: string): [string, string] {
  if (name.length <= nameLength) return [name, ""];
  const at = name.lastIndexOf(" ", nameLength);
  return at <= 0
    ? [name.slice(0, nameLength), name.slice(nameLength)]
    : [name.slice(0, at), name.slice(at + 1)];
}

function vatId(firm: Firm, random: Random): string {
  if (firm.uid === null) return "";
  const style = random.below(20);
  if (style < 14) return firm.uid;
  return style < 17 ? `${firm.uid} ${vatSuffix[firm.place.language]}` : firm.uid.replace(/[-.]/g, "");
}

/** Head count as somebody once entered it: often missing, often old. */
function staffOnFile(staff: number, random: Random): string {
  if (random.chance(0.42)) return "";
  return String(random.chance(0.6) ? staff : Math.max(1, Math.round(staff * (0.5 + random.next()))));
}

/** The customer's own turnover; never our sales to him. */
function ownTurnover(staff: number, random: Random): string {
  return random.chance(0.65) ? "" : sapAmount(Math.round(staff * (140 + 120 * random.next())) * 100_000);
}

function createdOn(world: World, sinceDay: number, random: Random): string {
  const { iso } = world.calendar;
  if (sinceDay > 0) return iso[sinceDay] as string;
  return daysBefore(iso[0] as string, 1 + random.below(9_000));
}

/** Somebody's old ABC: right for two thirds, of unknown age for the rest. */
function opinion(world: World, c: number, random: Random): string {
  if (random.chance(0.15)) return "";
  const salesChf = ((world.population.orderChf[c] as number) * 365) / (world.population.gapDays[c] as number);
  if (random.chance(0.33)) return random.pick(["A", "B", "B", "C", "C", "C"]);
  return salesChf > 40_000 ? "A" : salesChf > 6_000 ? "B" : "C";
}

/** Customer group and sales group: dealer, field rep or one of the pools of inside sales. */
function responsible(world: World, c: number, firm: Firm): [string, string] {
  const { population } = world;
  const dealer = population.dealer[c] as number;
  if (dealer > 0) return ["30", `H${String(dealer).padStart(2, "0")}`];
  const region = Number(firm.place.postcode);
  const isLarge = population.isLarge[c] === 1;
  if (isLarge || c % 4 === 0)
    return [isLarge ? "20" : "10", `R${String(1 + (region % fieldRepCount)).padStart(2, "0")}`];
  return ["10", `I${String(1 + (region % 6)).padStart(2, "0")}`];
}

/** A quarter of those who left are marked for deletion. */
function deletionFlag(world: World, c: number, account: number, random: Random): string {
  const isLost = latentState(world.population, c, world.calendar) === "lost";
  return account === c && isLost && random.chance(0.25) ? "X" : "";
}
