import { Random } from "../../random.ts";
import { daysBefore, germanDate } from "../market/calendar.ts";
import { dealerCount, withoutCareDays } from "../market/economics.ts";
import { drawPerson } from "../master/people.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField } from "../write/number-text.ts";
import type { WriteAfterHistory } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const partnerHeader = "PARTNERNR;NAME1;PARTNERTYP;GEBIET;KONTAKT\r\n";
const endCustomerHeader = "PARTNERNR;ENDKUNDENNR;SEIT;BIS;LETZTER_KONTAKT\r\n";
const regions = [
  "Ostschweiz",
  "Zürich",
  "Aargau",
  "Bern",
  "Zentralschweiz",
  "Nordwestschweiz",
  "Graubünden",
  "Romandie",
  "Wallis",
  "Tessin",
  "Schaffhausen",
];
const stems = ["Eisenwaren", "Baubeschläge", "Werkzeugcenter", "Eisenhandel", "Befestigungstechnik"];

export function partnerNumber(dealer: number): string {
  return `H${String(dealer).padStart(2, "0")}`;
}

/** The dealers. */
export async function writePartners(world: World, path: string): Promise<number> {
  const writer = await ChunkWriter.open(path, "windows-1252", partnerHeader);
  const random = new Random(world.seed, "partners");
  for (let dealer = 1; dealer <= dealerCount; dealer++) {
    const owner = drawPerson("de", random);
    const name = `${random.pick(stems)} ${owner.surname} AG`;
    // One of them is our own branch that works like a dealer.
    const type = dealer === dealerCount ? "Eigene Niederlassung" : "Händler";
    const contact = csvField(`${owner.givenName} ${owner.surname}`, ";");
    writer.addRow(
      `${partnerNumber(dealer)};${name};${type};${regions[(dealer - 1) % regions.length]};${contact}\r\n`,
    );
  }
  await writer.close();
  return writer.rows;
}

/** Who looks after whom. A dealer reports his last contact; for the customers he forgot that is long ago, or nothing. */
export const writePartnerCustomers: WriteAfterHistory = async (world, { behaviour }, path) => {
  const { population, calendar, seed } = world;
  const writer = await ChunkWriter.open(path, "windows-1252", endCustomerHeader);
  const last = calendar.days - 1;
  for (let c = 0; c < population.size; c++) {
    const dealer = population.dealer[c] as number;
    if (dealer === 0) continue;
    const random = new Random(seed, "partnerCustomer", c);
    const start = population.startDay[c] as number;
    const since =
      start > 0
        ? (calendar.german[start] as string)
        : germanDate(daysBefore(calendar.iso[0] as string, 1 + random.below(3_000)));
    const bought = behaviour.lastDay[c] as number;
    const isForgotten = bought < 0 || last - bought >= withoutCareDays;
    const contact = isForgotten ? bought - random.below(60) : Math.min(last, bought + random.below(90));
    const reported = contact < 0 || random.chance(isForgotten ? 0.3 : 0.08) ? "" : calendar.german[contact];
    writer.addRow(`${partnerNumber(dealer)};${accountNumber(c)};${since};;${reported}\r\n`);
    await writer.flushWhenFull();
  }
  await writer.close();
  return writer.rows;
};
