import { Random } from "../../random.ts";
import type { Calendar } from "../market/calendar.ts";
import { productGroups } from "../market/catalogue.ts";
import { caseReasons } from "../service/contact-reasons.ts";
import { roleIndex, serviceRoles } from "../service/roles.ts";
import { type CaseEvent, caseOrigins } from "../service/service-events.ts";
import { afterWork, timeText } from "../service/working-hours.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField } from "../write/number-text.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header =
  "ticketnumber,title,accountnumber,caseorigincode,casetypecode,productgroup,prioritycode,statecode,createdon,firstresponsesenton,resolvedon,reassignmentcount,reopencount,handlingminutes,ownerid,team,slamet\r\n";

export function caseNumber(number: number): string {
  return `CAS-${String(100_001 + number)}`;
}

/** Cases of the service desk. */
export async function openDynamicsCases(world: World, path: string): Promise<ServiceFileSink> {
  const { calendar, staff } = world;
  const random = new Random(world.seed, "cases");
  const team = serviceRoles[roleIndex.service]?.text;
  const writer = await ChunkWriter.open(path, "utf8-bom", header);
  return {
    writer,
    serviceCase(event) {
      const reason = caseReasons[event.reason] as (typeof caseReasons)[number];
      const subject = csvField(event.subject, ",");
      const head = `${caseNumber(event.number)},${subject},${accountNumber(event.account)},${caseOrigins[event.origin]?.text},${reason.text}`;
      const field = productGroups[event.needField]?.code ?? "";
      const state = event.closedAfter < 0 ? "Aktiv" : "Gelöst";
      const counts = `${event.transfers},${event.reopenings},${event.isMinutesBlank ? "" : event.minutes}`;
      const person = staff.of("service", event.customer, random).name;
      writer.addRow(
        `${head},${field},${event.priority},${state},${caseTimes(calendar, event).join(",")},${counts},${person},${team},${event.isPromiseKept ? "Ja" : "Nein"}\r\n`,
      );
    },
  };
}

/** When it was opened, first answered and closed, as `2026-11-20 08:05:00`; empty where that has not been. */
export function caseTimes(calendar: Calendar, event: CaseEvent): [string, string, string] {
  const at = (work: number) => {
    if (work < 0) return "";
    const { day, minute } = afterWork(calendar, event.day, event.openedMinute, work);
    return `${calendar.iso[day]} ${timeText(minute)}`;
  };
  return [at(0), at(event.respondedAfter), at(event.closedAfter)];
}
