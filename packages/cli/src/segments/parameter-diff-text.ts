import type { Io } from "../output/io.ts";
import { formatCount } from "../output/language.ts";
import { tableText } from "../output/table.ts";

export interface ParameterDiff {
  readonly affected: number;
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
    ...changes,
  ].join("\n");
}
