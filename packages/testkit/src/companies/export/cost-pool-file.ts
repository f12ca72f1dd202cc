import { germanDate } from "../market/calendar.ts";
import { serviceRoles } from "../service/roles.ts";
import { ChunkWriter, type Encoding } from "../write/chunk-writer.ts";
import { sapAmount, thousandsDots } from "../write/number-text.ts";
import type { WriteAfterHistory } from "./service-file.ts";

const header = "KOSTL;KTEXT;ROLLE;DATAB;DATBI;KOSTEN;WAERS;KAPAZITAET_MIN\r\n";

/** What controlling keeps: cost and practical capacity of each role and quarter. */
export function costPoolFile(encoding: Encoding): WriteAfterHistory {
  return async (_world, { pools }, path) => {
    const writer = await ChunkWriter.open(path, encoding, header);
    for (const { role, from, to, costCents, capacityMinutes } of pools) {
      const { costCentre, costCentreText, text } = serviceRoles[role] as (typeof serviceRoles)[number];
      const period = `${germanDate(from)};${germanDate(to)}`;
      writer.addRow(
        `${costCentre};${costCentreText};${text};${period};${sapAmount(costCents)};CHF;${thousandsDots(capacityMinutes)}\r\n`,
      );
    }
    await writer.close();
    return writer.rows;
  };
}
