import type { BundleProblem } from "./bundle-contract.ts";
import { programmeModel } from "./programme-model.ts";
import { type RowSubject, rowKey } from "./row-subject.ts";
import type { LinearColumn, LinearModel } from "./solver-contract.ts";

/** The programme whose limits may be missed at a price, to see which ones must give way and by how much. */
export interface ElasticModel {
  readonly linear: LinearModel;
  /** Column of what is missing, and how many units of the limit 1 of it means. */
  readonly slacks: readonly {
    readonly subject: RowSubject;
    readonly column: number;
    readonly scale: number;
  }[];
}

/** What a person decided gives way last, so that limits say by how much they are too tight for it. */
const choiceWeight = 1_000;

/**
 * Maximises −Σ what is missing, measured in steps of each limit (a position, a tenth of the budget, a contact, ten francs, a
 * choice), whatever the plan then earns.
 */
export function elasticModel(problem: BundleProblem): ElasticModel {
  const { linear, subjects } = programmeModel(problem);
  const columns: LinearColumn[] = linear.columns.map((column) => ({ ...column, value: 0 }));
  const slacks: { subject: RowSubject; column: number; scale: number }[] = [];
  const rows = linear.rows.map((row, index) => {
    const subject = subjects[index] ?? null;
    if (subject === null) return row;
    const scale = scaleOf(subject, problem);
    const column = columns.length;
    columns.push({ value: subject.kind === "fixed" ? -choiceWeight : -1, kind: "continuous" });
    slacks.push({ subject, column, scale });
    const coefficient = row.sense === ">=" ? scale : -scale;
    return { ...row, terms: [...row.terms, [column, coefficient] as const] };
  });
  return { linear: { columns, rows }, slacks };
}

/** Missing amount by row, in the unit of the limit; rows that hold are left out. */
export function missingAmounts(model: ElasticModel, values: readonly number[]): Map<string, number> {
  const missing = new Map<string, number>();
  for (const { subject, column, scale } of model.slacks) {
    const steps = values[column] ?? 0;
    if (steps > 1e-6) missing.set(rowKey(subject), steps * scale);
  }
  return missing;
}

function scaleOf(subject: RowSubject, { roles, budgetCents }: BundleProblem): number {
  switch (subject.kind) {
    case "capacity":
      return roles.find(({ role }) => role === subject.role)?.blockMinutes ?? 1;
    case "budget":
      return Math.max(1_000_000, (budgetCents ?? 0) / 10);
    case "giveTake":
      return 1_000;
    case "contactPressure":
    case "fixed":
      return 1;
  }
}
