import type { Io } from "../output/io.ts";
import { formatCount, formatMoney } from "../output/language.ts";
import { tableText } from "../output/table.ts";

interface CostConsequence {
  readonly fullCents: number;
  readonly avoidableCents: number;
  readonly negativeFull: number;
  readonly negativeAvoidable: number;
}

export interface ParameterDiff {
  readonly affected: number;
  readonly cost: { readonly before: CostConsequence; readonly after: CostConsequence };
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly sizeClassChanges: {
    readonly total: number;
    readonly sample: readonly { customer: string; before: string; after: string }[];
  };
}

export function parameterDiffText(diff: ParameterDiff, io: Io): string {
  const count = (value: number | undefined) => formatCount(value ?? 0, io.language);
  const names = [...new Set([...Object.keys(diff.before), ...Object.keys(diff.after)])];
  const table = tableText(
    [
      { title: "", value: (name) => name },
      {
        title: io.text({ de: "heute", en: "now" }),
        value: (name) => count(diff.before[name]),
        align: "right",
      },
      {
        title: io.text({ de: "danach", en: "then" }),
        value: (name) => count(diff.after[name]),
        align: "right",
      },
    ],
    names,
  );
  const affected = count(diff.affected);
  const changes = diff.sizeClassChanges.sample.map(
    ({ customer, before, after }) => `${customer}: ${before} → ${after}`,
  );
  return [
    io.text({ de: `${affected} Kunden ändern sich.`, en: `${affected} customers change.` }),
    table,
    costText(diff.cost, io),
    ...changes,
  ].join("\n");
}

/** Full and avoidable side by side, now and then. */
function costText({ before, after }: ParameterDiff["cost"], io: Io): string {
  const money = (cents: number) => formatMoney(cents, null, io.language);
  const change = (of: (cost: CostConsequence) => string) => `${of(before)} → ${of(after)}`;
  const full = change((cost) => money(cost.fullCents));
  const avoidable = change((cost) => money(cost.avoidableCents));
  const negativeFull = change((cost) => formatCount(cost.negativeFull, io.language));
  const negativeAvoidable = change((cost) => formatCount(cost.negativeAvoidable, io.language));
  return io.text({
    de: `Bedienkosten voll ${full}, vermeidbar ${avoidable}; kleine Kunden mit negativem Beitrag bei vollen Kosten ${negativeFull}, bei vermeidbaren ${negativeAvoidable}.`,
    en: `Cost to serve full ${full}, avoidable ${avoidable}; small customers with a negative contribution at full cost ${negativeFull}, at avoidable cost ${negativeAvoidable}.`,
  });
}
