import { productGroups } from "../market/catalogue.ts";
import { channels } from "../market/economics.ts";
import { caseReasons } from "../service/contact-reasons.ts";
import { roleIndex, serviceRoles } from "../service/roles.ts";
import { caseOrigins } from "../service/service-events.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { decimalComma } from "../write/number-text.ts";
import { talkTexts } from "./dynamics-activities.ts";
import { caseTimes } from "./dynamics-cases.ts";
import type { ServiceFileSink } from "./service-file.ts";
import { shortAccountNumber, type World } from "./world.ts";

const orderHeader = "auftragsnr;datum;kundennr;kanal;positionen;wert;express\n";
const talkHeader = "aktivitaetid;datum;kundennr;aktivitaetsart;dauer_minuten;rolle;richtung;anliegen;thema\n";
const caseHeader =
  "fallnr;eroeffnet;antwort_am;geschlossen;kundennr;eingangskanal;anliegen;thema;weiterleitungen;wiedereroeffnungen;aufwand_minuten;rolle\n";
/** Thirty people of a role are enough to tell them apart. */
const originTexts = caseOrigins.map(({ text }) => text);
const reasonTexts = caseReasons.map(({ text }) => text);
const channelTexts = channels.map(
  ({ name }) => ({ phone: "Telefon", mail: "E-Mail", web: "Web", field: "Aussendienst", edi: "EDI" })[name],
);

export async function openMeridiaOrders({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "utf8", orderHeader);
  return {
    writer,
    order(event) {
      const channel = event.isChannelBlank ? "" : channelTexts[event.channel];
      writer.addRow(
        `${20_000_001 + event.number};${calendar.german[event.day]};${shortAccountNumber(event.account)};${channel};${event.lines};${decimalComma(event.amountCents)};${event.isExpedited ? "ja" : ""}\n`,
      );
    },
  };
}

export async function openMeridiaTalks({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "utf8", talkHeader);
  return {
    writer,
    talk(event) {
      if (!event.isLogged) return;
      const account = event.account < 0 ? "" : shortAccountNumber(event.account);
      const minutes = event.isMinutesBlank ? "" : event.minutes;
      const field = productGroups[event.needField]?.code ?? "";
      writer.addRow(
        `${30_000_001 + event.number};${calendar.german[event.day]};${account};${talkTexts[event.kind]};${minutes};${serviceRoles[event.role]?.text};${event.isFromCustomer ? "eingehend" : "ausgehend"};${event.reason};${field}\n`,
      );
    },
  };
}

export async function openMeridiaCases({ calendar }: World, path: string): Promise<ServiceFileSink> {
  const writer = await ChunkWriter.open(path, "utf8", caseHeader);
  const role = serviceRoles[roleIndex.service]?.text;
  return {
    writer,
    serviceCase(event) {
      const field = productGroups[event.needField]?.code ?? "";
      const minutes = event.isMinutesBlank ? "" : event.minutes;
      writer.addRow(
        `F${40_000_001 + event.number};${caseTimes(calendar, event).join(";")};${shortAccountNumber(event.account)};${originTexts[event.origin]};${reasonTexts[event.reason]};${field};${event.transfers};${event.reopenings};${minutes};${role}\n`,
      );
    },
  };
}
