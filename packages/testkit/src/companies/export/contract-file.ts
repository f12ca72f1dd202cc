import { Random } from "../../random.ts";
import type { Behaviour } from "../market/behaviour.ts";
import { germanDate } from "../market/calendar.ts";
import { type DrawnContract, drawContract } from "../market/draw-contracts.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { decimalComma } from "../write/number-text.ts";
import type { WriteAfterHistory } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header =
  "Vertragsnr;Kundennr;Vertragsgegenstand;Beginn;Ende;Laufzeit (Monate);Kündigungsfrist (Monate);Betrag;Zahlungsperiode;Währung;Gekündigt am;Kündigungsgrund\r\n";

/** Of the customers who bought in the last twelve months: together about 15 % of all. */
const shareOf = { small: 0.2, large: 0.5 } as const;
const secondShare = 0.15;

/** The contracts of all customers, numbered in order; the same for the export and for the truth. */
export function* contractsOf(
  world: World,
  behaviour: Behaviour,
): Generator<{ readonly number: string; readonly customer: number; readonly contract: DrawnContract }> {
  const asOf = world.calendar.iso.at(-1)!;
  let count = 0;
  for (let c = 0; c < world.population.size; c++) {
    // A stream of its own: contracts move nothing else.
    const random = new Random(world.seed, "contracts", c);
    const isLarge = world.population.isLarge[c] === 1;
    if (behaviour.invoicesLast12[c] === 0 || !random.chance(isLarge ? shareOf.large : shareOf.small))
      continue;
    for (let more = true; more; more = random.chance(secondShare)) {
      count++;
      yield { number: `V-${20_000 + count}`, customer: c, contract: drawContract(random, asOf) };
    }
  }
}

/** What was known on the last day: an end only where it has come or notice was given. */
export const writeContracts: WriteAfterHistory = async (world, { behaviour }, path) => {
  const asOf = world.calendar.iso.at(-1)!;
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  for (const { number, customer, contract } of contractsOf(world, behaviour)) {
    const isKnown = contract.lastDay <= asOf || contract.cancelledOn <= asOf;
    const cells = [
      number,
      accountNumber(customer),
      contract.product,
      germanDate(contract.startedOn),
      isKnown ? germanDate(contract.lastDay) : "",
      contract.termMonths,
      contract.noticeMonths,
      decimalComma(contract.paymentCents),
      contract.paymentText,
      "CHF",
      isKnown ? germanDate(contract.cancelledOn) : "",
      isKnown ? contract.reason : "",
    ];
    writer.addRow(`${cells.join(";")}\r\n`);
    await writer.flushWhenFull();
  }
  await writer.close();
  return writer.rows;
};
