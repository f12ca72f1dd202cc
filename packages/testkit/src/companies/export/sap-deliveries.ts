import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount, thousandsDots } from "../write/number-text.ts";
import { sapOrderNumber } from "./sap-orders.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header = "VBELN_VL;VGBEL;KUNNR;WADAT_IST;LFDAT;ANZPOS;ANZPK;BTGEW;GEWEI;FRACHTKOSTEN;WAERK;EXPRESS\r\n";
const firstDelivery = 80_000_001;

/** Deliveries as a SAP list: goods issue, promised day, what freight cost us where the customer did not pay it. */
export async function openSapDeliveries({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  return {
    writer,
    delivery(event) {
      const number = String(firstDelivery + event.number).padStart(10, "0");
      const dates = `${calendar.german[event.day]};${calendar.german[event.promisedDay]}`;
      const tenths = Math.round(event.weightKg * 10);
      const weight = `${thousandsDots(Math.floor(tenths / 10))},${tenths % 10}00`;
      writer.addRow(
        `${number};${sapOrderNumber(event.orderNumber)};${accountNumber(event.account)};${dates};${event.lines};${event.packages};${weight};KG;${sapAmount(event.freightCents)};CHF;${event.isExpedited ? "X" : ""}\r\n`,
      );
    },
  };
}
