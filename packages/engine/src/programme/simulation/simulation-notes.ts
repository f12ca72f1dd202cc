import type { PlanningBase } from "../contracts/base-contract.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import type { SimulationReport } from "./report-contract.ts";

/** What a reader has to know to judge the numbers. */
export function simulationNotes(base: PlanningBase, resolved: ResolvedPlan): SimulationReport["notes"] {
  const live = resolved.assignments.filter(({ fromMonths }) => fromMonths < 0);
  const without = base.roles.filter(({ capacityMinutes }) => capacityMinutes === null);
  return [
    {
      de: "Alle Wirkungen sind Annahmen mit Spannweite, bis eigene Versuche sie ersetzen. Heute und Plan laufen in denselben ausgelosten Welten; die Differenz ist darum schärfer als die beiden Verläufe.",
      en: "All effects are assumptions with a range until experiments of your own replace them. Today and plan run in the same drawn worlds, so the difference is sharper than either course.",
    },
    {
      de: "Heute geht weiter: Kunden gehen wie bisher, neue kommen wie im letzten Jahr, wer bleibt, wächst noch ein Jahr wie erwartet und danach jedes Jahr halb so stark.",
      en: "Today goes on: customers leave as before, new ones come as in the last year, those who stay grow as expected for a year and then half as much every year.",
    },
    {
      de: "Eingesparte Zeit kostet weiter, bis sie abgebaut ist; neue Stellen sind ganze Stellen und bleiben mindestens ein Jahr.",
      en: "Time saved goes on costing until it is gone; new positions are whole positions and stay for a year at least.",
    },
    ...live.map(({ option, segment, from }) => ({
      de: `${option} für «${segment}» gilt schon seit ${from}: was davon in den Zahlen von heute steckt, zählt hier noch einmal.`,
      en: `${option} for “${segment}” has been live since ${from}: what today's figures hold of it already counts once more here.`,
    })),
    ...without.map(({ label }) => ({
      de: `${label.de}: Kapazität unbekannt, darum weder Stellen noch Wartezeiten. Abhilfe: Kostenblock der Rolle erfassen.`,
      en: `${label.en}: capacity unknown, so neither positions nor waiting. Cure: enter the cost pool of the role.`,
    })),
  ];
}
