import { Random } from "../../random.ts";
import { serviceRoles } from "../service/roles.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField, decimalPoint } from "../write/number-text.ts";
import { talkTexts } from "./dynamics-activities.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { shortAccountNumber, type World } from "./world.ts";

const orderHeader =
  "order_nr,is_valid_from,contact_nr,order_type,entered_by,number_of_lines,total_net,currency\r\n";
const timeHeader = "timesheet_id,date,contact_nr,activity,duration_minutes,user,team,purpose\r\n";

/** Orders of a book-keeping system: no channel, only who entered them; the web shop is a user of its own. */
export async function openBexioOrders(world: World, path: string): Promise<ServiceFileSink> {
  const random = new Random(world.seed, "bexioOrders");
  const writer = await ChunkWriter.open(path, "utf8", orderHeader);
  return {
    writer,
    order(event) {
      const isMachine = event.channel === 2 || event.channel === 4;
      const user = isMachine ? "WEBSHOP" : world.staff.of("insideSales", event.customer, random).user;
      writer.addRow(
        `AU-${String(event.number + 1).padStart(6, "0")},${world.calendar.iso[event.day]},${shortAccountNumber(event.account)},Auftrag,${user},${event.lines},${decimalPoint(event.amountCents)},CHF\n`,
      );
    },
  };
}

/** Time sheets: talks and cases in one list, because there is no service desk. */
export async function openBexioTimes(world: World, path: string): Promise<ServiceFileSink> {
  const random = new Random(world.seed, "bexioTimes");
  const writer = await ChunkWriter.open(path, "utf8", timeHeader);
  const add = (
    day: number,
    account: number,
    what: string,
    minutes: number,
    role: number,
    customer: number,
    why: string,
  ) => {
    const { code, text } = serviceRoles[role] as (typeof serviceRoles)[number];
    const contact = account < 0 ? "" : shortAccountNumber(account);
    const person = world.staff.of(code, customer, random).name;
    writer.addRow(
      `T-${writer.rows + 1},${world.calendar.iso[day]},${contact},${what},${minutes},${person},${text},${csvField(why, ",")}\n`,
    );
  };
  return {
    writer,
    talk(event) {
      if (event.isLogged)
        add(
          event.day,
          event.account,
          talkTexts[event.kind],
          event.minutes,
          event.role,
          event.customer,
          event.reason,
        );
    },
    serviceCase(event) {
      add(event.day, event.account, "Telefonanruf", event.minutes, 6, event.customer, event.subject);
    },
  };
}
