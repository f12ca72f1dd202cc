import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount } from "../write/number-text.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header = "RETOURENNR;ERDAT;KUNNR;ANZPOS;RETOURENGRUND;KOSTEN;GUTSCHRIFT;WAERK\r\n";
const firstReturn = 60_000_001;

/** Returned goods with the reason, our own cost (write-off, freight back) and the credit. */
export async function openSapReturns({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  return {
    writer,
    returned(event) {
      const number = String(firstReturn + event.number).padStart(10, "0");
      writer.addRow(
        `${number};${calendar.german[event.day]};${accountNumber(event.account)};${event.lines};${event.reason};${sapAmount(event.costCents)};${sapAmount(event.creditCents)};CHF\r\n`,
      );
    },
  };
}
