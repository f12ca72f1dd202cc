import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount } from "../write/number-text.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header = "MAHNNR;MADAT;KUNNR;MAHNS;WRSHB;WAERS\r\n";
const firstNotice = 1_800_001;

/** Reminders as the dunning history lists them. */
export async function openSapDunning({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  return {
    writer,
    notice(event) {
      writer.addRow(
        `${firstNotice + event.number};${calendar.german[event.day]};${accountNumber(event.account)};${event.level};${sapAmount(event.amountCents)};CHF\r\n`,
      );
    },
  };
}
