import { Random } from "../../random.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField } from "../write/number-text.ts";
import type { WriteAfterHistory } from "./service-file.ts";
import { accountNumber } from "./world.ts";

const header = "ANTWORTNR;KUNDENNR;BEANTWORTET_AM;FRAGE;BEWERTUNG;SKALA;KOMMENTAR\r\n";
const answeringShare = 0.06;
const questions = [
  { text: "Wie zufrieden sind Sie mit uns?", scale: 10, mean: 7.6 },
  { text: "Wie leicht war es, Ihr Anliegen zu erledigen?", scale: 7, mean: 5.2 },
  { text: "Würden Sie uns weiterempfehlen?", scale: 10, mean: 7.4 },
] as const;
const praise = [
  "Ware am nächsten Tag da",
  "Gute Beratung am Telefon",
  "Immer dieselbe Ansprechperson",
  "Shop ist schnell",
];
const wishes = [
  "Rückruf kam nie",
  "Rechnung schwer zu lesen",
  "Zertifikate mühsam zu finden",
  "Längen im Shop fehlen",
  "Zu viele Mails",
];

/** A customer survey of the last half year: satisfaction falls with cases that were our own failure. */
export const writeSurvey: WriteAfterHistory = async (world, { behaviour, effort }, path) => {
  const { population, calendar, seed } = world;
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  let response = 500;
  for (let c = 0; c < population.size; c++) {
    if (behaviour.invoicesLast12[c] === 0) continue;
    const random = new Random(seed, "survey", c);
    if (!random.chance(answeringShare)) continue;
    const day = calendar.german[calendar.days - 1 - random.below(Math.min(180, calendar.days))];
    const failures = Math.min(3, effort.failureCases[c] as number);
    const number = `U-${++response}`;
    for (const { text, scale, mean } of questions) {
      const score = Math.round(mean - (failures * scale) / 9 + 0.14 * scale * random.normal());
      const bounded = Math.min(scale, Math.max(1, score));
      const comment = random.chance(0.2) ? random.pick(bounded > scale * 0.65 ? praise : wishes) : "";
      writer.addRow(
        `${number};${accountNumber(c)};${day};${text};${bounded};${scale};${csvField(comment, ";")}\r\n`,
      );
    }
  }
  await writer.close();
  return writer.rows;
};
