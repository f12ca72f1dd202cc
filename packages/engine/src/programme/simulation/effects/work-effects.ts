import type { Application } from "./apply-effects.ts";
import { channelCount, channelIndex, type NumericEffectOf } from "./prepared-contract.ts";
import { ratio01, roleMover } from "./row-helpers.ts";

type WorkEffect = NumericEffectOf<"replaceVisits" | "scaleDriver" | "addDialogues" | "addWork">;

export function applyWorkEffect(effect: WorkEffect, at: Application): void {
  switch (effect.kind) {
    case "replaceVisits":
      replaceVisits(effect, at);
      break;
    case "scaleDriver":
      scaleDriver(effect, at);
      break;
    case "addDialogues":
      addDialogues(effect, at);
      break;
    case "addWork":
      addWork(effect, at);
      break;
  }
}

function replaceVisits(effect: NumericEffectOf<"replaceVisits">, at: Application): void {
  const { rows, takenUp } = at;
  const { driverCents, driverMinutes, visits } = at.year;
  const [minutes, cents] = [driverMinutes.fieldVisits, driverCents.fieldVisits];
  const work = roleMover(at, "fieldVisits");
  const talk = talker(at, effect.minutesPerDialogue);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const share = ratio01(effect.ratio * takenUp[row]!);
    if (share === 0) continue;
    work(row, -minutes[row]! * share);
    minutes[row]! *= 1 - share;
    cents[row]! *= 1 - share;
    const fewer = visits[row]! * share;
    visits[row]! -= fewer;
    talk(row, fewer * effect.dialoguesPerVisit);
  }
}

function addDialogues(effect: NumericEffectOf<"addDialogues">, at: Application): void {
  const { rows, takenUp } = at;
  const talk = talker(at, effect.minutesPerDialogue);
  for (let index = 0; index < rows.length; index++)
    talk(rows[index]!, effect.perYear * takenUp[rows[index]!]!);
}

/** The number of orders stays when their entry gets lighter; visits fall with their driver. */
function scaleDriver(effect: NumericEffectOf<"scaleDriver">, at: Application): void {
  const { rows, takenUp, year, plan } = at;
  const { driver } = effect;
  const perEvent = effect.customerMinutesPerEvent ?? 0;
  const events = plan.prepared.base.events[driver];
  const [minutes, cents] = [year.driverMinutes[driver], year.driverCents[driver]];
  const work = roleMover(at, driver);
  const { entryCents, entryMinutes, visits, customerMinutes } = year;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const factor = Math.max(0, 1 + effect.ratio * takenUp[row]!);
    if (factor === 1) continue;
    if (driver === "orderEntry") {
      const start = row * channelCount;
      let before = 0;
      for (let channel = start; channel < start + channelCount; channel++) {
        before += entryMinutes[channel]!;
        entryCents[channel]! *= factor;
        entryMinutes[channel]! *= factor;
      }
      work(row, before * (factor - 1));
    } else {
      work(row, minutes[row]! * (factor - 1));
      minutes[row]! *= factor;
      cents[row]! *= factor;
      if (driver === "fieldVisits") visits[row]! *= factor;
    }
    if (perEvent !== 0) customerMinutes[row]! += events[row]! * (1 - factor) * perEvent;
  }
}

/** A role that the company does not have costs what a generalist costs. */
function addWork(effect: NumericEffectOf<"addWork">, at: Application): void {
  const { rows, takenUp, year, plan } = at;
  const { centsPerMinute, generalist, roleIndex } = plan.prepared;
  const role = roleIndex(effect.role);
  const ofRole = year.roleMinutes[role];
  const rate = centsPerMinute[role] ?? centsPerMinute[generalist] ?? 0;
  const [ofCents, ofMinutes] = [year.driverCents[effect.driver], year.driverMinutes[effect.driver]];
  const isEntry = effect.driver === "orderEntry";
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const minutes = effect.minutesPerCustomerYear * takenUp[row]!;
    if (ofRole !== undefined) ofRole[row] = Math.max(0, ofRole[row]! + minutes);
    if (isEntry) {
      const unknown = row * channelCount + channelIndex("unknown");
      year.entryCents[unknown]! += minutes * rate;
      year.entryMinutes[unknown]! += minutes;
    } else {
      ofCents[row]! += minutes * rate;
      ofMinutes[row]! += minutes;
    }
  }
}

/** Prepared talks by generalists. */
function talker({ year, plan }: Application, minutesPerDialogue: number) {
  const { generalist, centsPerMinute } = plan.prepared;
  const rate = centsPerMinute[generalist] ?? 0;
  const ofGeneralist = year.roleMinutes[generalist];
  const [cents, minutesOf] = [year.driverCents.contacts, year.driverMinutes.contacts];
  return (row: number, talks: number): void => {
    const minutes = talks * minutesPerDialogue;
    cents[row]! += minutes * rate;
    minutesOf[row]! += minutes;
    if (ofGeneralist !== undefined) ofGeneralist[row]! += minutes;
  };
}
