import { Random } from "../../random.ts";
import { productGroups } from "../market/catalogue.ts";
import { serviceRoles } from "../service/roles.ts";
import { timeText } from "../service/working-hours.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { guid } from "../write/guid.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header =
  "activityid,activitytypecode,subject,accountnumber,actualstart,actualdurationminutes,directioncode,ownerid,team,anliegen,productgroup,erledigt,wiedervorlage\r\n";

/** Kinds of talks as the German labels of the CRM. */
export const talkTexts = {
  visit: "Besuch",
  call: "Telefonanruf",
  mail: "E-Mail",
  meeting: "Besprechung",
  expert: "Fachberatung",
} as const;

/** Talks as the CRM exports them: those that somebody wrote down. */
export async function openDynamicsActivities(world: World, path: string): Promise<ServiceFileSink> {
  const { calendar, staff } = world;
  const random = new Random(world.seed, "activities");
  const writer = await ChunkWriter.open(path, "utf8-bom", header);
  return {
    writer,
    talk(event) {
      if (!event.isLogged) return;
      const role = serviceRoles[event.role] as (typeof serviceRoles)[number];
      const account = event.account < 0 ? "" : accountNumber(event.account);
      const start = `${calendar.iso[event.day]} ${timeText(event.minute)}`;
      const minutes = event.isMinutesBlank ? "" : event.minutes;
      const direction = event.isFromCustomer ? "Eingehend" : "Ausgehend";
      const person = staff.of(role.code, event.customer, random).name;
      const field = productGroups[event.needField]?.code ?? "";
      const next = event.isSolved ? undefined : calendar.iso[event.day + random.between(7, 40)];
      const subject = `${talkTexts[event.kind]}: ${event.reason}`;
      writer.addRow(
        `${guid(random)},${talkTexts[event.kind]},${subject},${account},${start},${minutes},${direction},${person},${role.text},${event.reason},${field},${event.isSolved ? "Ja" : "Nein"},${next ?? ""}\r\n`,
      );
    },
  };
}
