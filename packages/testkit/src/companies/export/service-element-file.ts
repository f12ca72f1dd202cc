import { Random } from "../../random.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import type { WriteAfterHistory } from "./service-file.ts";
import { accountNumber, type World } from "./world.ts";

const header = "KUNNR;LEISTUNG;GENUTZT_AM;ANGEBOTEN;GENUTZT;BLEIBEGRUND;DAUER_MIN\r\n";

/** What is offered besides goods: to whom, how often used, and our minutes each time. */
const elements = [
  { text: "Konsignationslager", toLarge: 0.35, toSmall: 0.004, minutes: 75, isReason: true },
  { text: "Bonusgespräch", toLarge: 0.6, toSmall: 0.01, minutes: 60, isReason: false },
  { text: "Produktschulung vor Ort", toLarge: 0.45, toSmall: 0.02, minutes: 180, isReason: false },
  { text: "Wandbox mit Nachfüllung", toLarge: 0.3, toSmall: 0.05, minutes: 40, isReason: true },
  { text: "Individuelle Preisliste", toLarge: 0.7, toSmall: 0.02, minutes: 35, isReason: false },
  { text: "Zuschnitt", toLarge: 0.25, toSmall: 0.06, minutes: 20, isReason: true },
] as const;
const offersPerYear = 6;
/** A few large customers are offered everything and use next to nothing of it. */
const overServedShare = 0.04;
const overServedUse = 0.05;
const reasonsToStay = [
  "Spart uns ein eigenes Lager",
  "Immer alles da, ohne zu bestellen",
  "Passt auf Mass, spart eine Maschine",
];

/** Offers of the last twelve months and what was used of them. */
export const writeServiceElements: WriteAfterHistory = async (world, _history, path) => {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  for (let c = 0; c < world.population.size; c++) {
    const random = new Random(world.seed, "elements", c);
    const isLarge = world.population.isLarge[c] === 1;
    const isOverServed = isLarge && random.chance(overServedShare);
    for (const element of elements) {
      const isOffered = isOverServed || random.chance(isLarge ? element.toLarge : element.toSmall);
      const use = isOverServed ? overServedUse : 0.45 + 0.5 * random.next();
      if (isOffered) addOffers(world, writer, c, element, use, random);
    }
    await writer.flushWhenFull();
  }
  await writer.close();
  return writer.rows;
};

function addOffers(
  { calendar }: World,
  writer: ChunkWriter,
  c: number,
  element: (typeof elements)[number],
  use: number,
  random: Random,
): void {
  const length = calendar.days - calendar.firstOfLast12;
  for (let i = 0; i < offersPerYear; i++) {
    const day = calendar.firstOfLast12 + Math.floor((length * (i + random.next())) / offersPerYear);
    const isUsed = random.chance(use);
    const reason = isUsed && element.isReason && random.chance(0.2) ? random.pick(reasonsToStay) : "";
    const minutes = Math.max(5, Math.round(element.minutes * random.gamma(9, 1 / 9)));
    writer.addRow(
      `${accountNumber(c)};${element.text};${calendar.german[day]};Ja;${isUsed ? "Ja" : "Nein"};${reason};${minutes}\r\n`,
    );
  }
}
