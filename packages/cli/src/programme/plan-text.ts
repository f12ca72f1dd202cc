import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import type {
  PlanAnswer,
  PlanComparison,
  PlanHead,
  PlanVersion,
} from "@kleinod/engine/programme/plans/plans-contract.ts";
import { valueWords } from "@kleinod/engine/programme/plans/value-words.ts";
import type { Io } from "../output/io.ts";
import { tableText } from "../output/table.ts";

const states = {
  draft: { de: "Entwurf", en: "draft" },
  active: { de: "aktiv", en: "active" },
  ended: { de: "beendet", en: "ended" },
} as const;

export function planListText(plans: readonly PlanHead[], io: Io): string {
  if (plans.length === 0) {
    return io.text({
      de: "Noch kein Plan. kleinod plan template > plan.json schreibt einen zum Anfangen.",
      en: "No plan yet. kleinod plan template > plan.json writes one to begin with.",
    });
  }
  return tableText(
    [
      { title: io.text({ de: "Nr.", en: "No." }), value: (row) => String(row.id), align: "right" },
      { title: "Name", value: (row) => row.name },
      { title: io.text({ de: "Zustand", en: "State" }), value: (row) => io.text(states[row.state]) },
      {
        title: io.text({ de: "Fassung", en: "Version" }),
        value: (row) => String(row.version),
        align: "right",
      },
      {
        title: io.text({ de: "Gespeichert", en: "Saved" }),
        value: (row) => `${row.versions[0]?.createdAt.slice(0, 10)} ${row.versions[0]?.author}`,
      },
    ],
    plans,
  );
}

/** The head, then assignment by assignment with its decisions in words. */
export function planText({ plan, shown, head, notes }: PlanAnswer, io: Io): string {
  const lines = [
    `${head.id}.${shown.version} ${plan.name} (${io.text(states[shown.state])})`,
    io.text({ de: `Datenstand: ${plan.snapshot}`, en: `Snapshot: ${plan.snapshot}` }),
    ...overrideLines(shown, io),
  ];
  for (const { option: code, segment, from, review, params } of plan.assignments) {
    const option = leverOption(code);
    const reviewed =
      review === undefined ? "" : `, ${io.text({ de: "Überprüfung", en: "review" })} ${review}`;
    const name = option === undefined ? code : `${code} ${io.text(option.name)}`;
    lines.push("", `${name} · ${segment} · ${io.text({ de: "ab", en: "from" })} ${from}${reviewed}`);
    for (const param of option?.params ?? []) {
      const value = params[param.name];
      if (value !== undefined) lines.push(`  ${io.text(param.label)}: ${io.text(valueWords(param, value))}`);
    }
  }
  for (const [key, { low, mid, high, source }] of Object.entries(plan.assumptions ?? {})) {
    lines.push("", `${key}: ${mid} (${low}–${high}, ${source})`);
  }
  if (notes.length > 0) lines.push("", ...notes.map(({ message }) => `! ${io.text(message)}`));
  return lines.join("\n");
}

function overrideLines({ override }: PlanVersion, io: Io): string[] {
  if (override === null) return [];
  const { reason, approver, reviewOn, findings } = override;
  const rules = findings.map(({ rule, segment }) => `${rule} (${segment})`).join(", ");
  return [
    io.text({
      de: `Trotz ${rules} aktiviert: ${reason} (Freigabe ${approver}, Überprüfung ${reviewOn})`,
      en: `Activated in spite of ${rules}: ${reason} (approved by ${approver}, review ${reviewOn})`,
    }),
  ];
}

export function comparisonText({ a, b, differences }: PlanComparison, io: Io): string {
  const side = ({ planId, version, name }: PlanComparison["a"]) => `${planId}.${version} «${name}»`;
  const title = `${side(a)} → ${side(b)}`;
  if (differences.length === 0) {
    return `${title}\n${io.text({ de: "Kein Unterschied.", en: "No difference." })}`;
  }
  return [title, ...differences.map(({ sentence }) => `- ${io.text(sentence)}`)].join("\n");
}
