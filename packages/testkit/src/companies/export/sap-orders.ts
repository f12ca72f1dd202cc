import { Random } from "../../random.ts";
import { channels } from "../market/economics.ts";
import { timeText } from "../service/working-hours.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount } from "../write/number-text.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header = "VBELN;AUDAT;ERDAT;ERZET;ERNAM;AUART;BSARK;KUNNR;ANZPOS;NETWR;WAERK;EXPRESS\r\n";
const firstOrder = 40_000_001;
/** Users that are machines. */
const machines = { web: "WEBSHOP", edi: "EDI_BATCH" } as const;

export function sapOrderNumber(number: number): string {
  return String(firstOrder + number).padStart(10, "0");
}

/** Order headers as a SAP list. The channel is often missing; then only the user tells it. */
export async function openSapOrders(world: World, path: string): Promise<ServiceFileSink> {
  const { calendar, staff } = world;
  const random = new Random(world.seed, "sapOrders");
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  return {
    writer,
    order(event) {
      const channel = channels[event.channel] ?? channels[0];
      const user =
        channel.name === "web" || channel.name === "edi"
          ? machines[channel.name]
          : staff.of(channel.name === "field" ? "fieldSales" : "insideSales", event.customer, random).user;
      const date = calendar.german[event.day];
      const type = event.isExpedited ? "SO" : "TA";
      const stated = event.isChannelBlank ? "" : channel.key;
      writer.addRow(
        `${sapOrderNumber(event.number)};${date};${date};${timeText(event.minute)};${user};${type};${stated};${accountNumber(event.account)};${event.lines};${sapAmount(event.amountCents)};CHF;${event.isExpedited ? "X" : ""}\r\n`,
      );
    },
  };
}
