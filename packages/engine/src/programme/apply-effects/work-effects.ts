import { planningChannels } from "../contracts/drivers.ts";
import type { Application } from "./apply-effects.ts";
import type { NumericEffectOf } from "./prepared-contract.ts";
import { addRoleMinutes, ratio01 } from "./row-helpers.ts";

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
  const { rows, takenUp, year } = at;
  const talk = talker(at, effect.minutesPerDialogue);
  const { driverCents, driverMinutes, visits } = year;
  for (const row of rows) {
    const share = ratio01(effect.ratio * takenUp[row]!);
    if (share === 0) continue;
    addRoleMinutes(at, "fieldVisits", row, -driverMinutes.fieldVisits[row]! * share);
    driverMinutes.fieldVisits[row]! *= 1 - share;
    driverCents.fieldVisits[row]! *= 1 - share;
    const fewer = visits[row]! * share;
    visits[row]! -= fewer;
    talk(row, fewer * effect.dialoguesPerVisit);
  }
}

function addDialogues(effect: NumericEffectOf<"addDialogues">, at: Application): void {
  const talk = talker(at, effect.minutesPerDialogue);
  for (const row of at.rows) talk(row, effect.perYear * at.takenUp[row]!);
}

/** The number of orders stays when their entry gets lighter; visits fall with their driver. */
function scaleDriver(effect: NumericEffectOf<"scaleDriver">, at: Application): void {
  const { rows, takenUp, year, plan } = at;
  const { driver } = effect;
  const perEvent = effect.customerMinutesPerEvent ?? 0;
  const events = plan.prepared.base.events[driver];
  for (const row of rows) {
    const factor = Math.max(0, 1 + effect.ratio * takenUp[row]!);
    if (factor === 1) continue;
    if (driver === "orderEntry") scaleEntry(at, row, factor);
    else {
      const minutes = year.driverMinutes[driver];
      addRoleMinutes(at, driver, row, minutes[row]! * (factor - 1));
      minutes[row]! *= factor;
      year.driverCents[driver][row]! *= factor;
      if (driver === "fieldVisits") year.visits[row]! *= factor;
    }
    year.customerMinutes[row]! += events[row]! * (1 - factor) * perEvent;
  }
}

function scaleEntry(at: Application, row: number, factor: number): void {
  const { entryCents, entryMinutes } = at.year;
  let minutes = 0;
  for (const channel of planningChannels) {
    entryCents[channel][row]! *= factor;
    minutes += entryMinutes[channel][row]!;
    entryMinutes[channel][row]! *= factor;
  }
  addRoleMinutes(at, "orderEntry", row, minutes * (factor - 1));
}

/** A role that the company does not have costs what a generalist costs. */
function addWork(effect: NumericEffectOf<"addWork">, at: Application): void {
  const { rows, takenUp, year, plan } = at;
  const role = plan.prepared.roleIndex(effect.role);
  const ofRole = year.roleMinutes[role];
  const rate =
    plan.prepared.centsPerMinute[role] ?? plan.prepared.centsPerMinute[plan.prepared.generalist] ?? 0;
  for (const row of rows) {
    const minutes = effect.minutesPerCustomerYear * takenUp[row]!;
    if (ofRole !== undefined) ofRole[row] = Math.max(0, ofRole[row]! + minutes);
    if (effect.driver === "orderEntry") {
      year.entryCents.unknown[row]! += minutes * rate;
      year.entryMinutes.unknown[row]! += minutes;
    } else {
      year.driverCents[effect.driver][row]! += minutes * rate;
      year.driverMinutes[effect.driver][row]! += minutes;
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
