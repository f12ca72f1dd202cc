import type {
  BundleChoice,
  BundleProblem,
  BundleValue,
  FixedCost,
  ProgrammeUnit,
} from "./bundle-contract.ts";
import { type ProgrammeRow, type RowSubject, rowKey } from "./row-subject.ts";
import type { LinearColumn, LinearModel, LinearRow } from "./solver-contract.ts";

/** A change of the limits for one solve: a step more of a limit, rows left out, plans that are known already. */
export interface ModelChange {
  /** Added to the limit of the rows of a subject, by `rowKey`. */
  readonly relax?: ReadonlyMap<string, number>;
  /** Rows left out, by `rowKey`. */
  readonly without?: ReadonlySet<string>;
  /** Choices that may not come again. */
  readonly excluded?: readonly BundleChoice[];
}

/** The mixed-integer programme of the bundles: which column is which, and what every row limits. */
export interface ProgrammeModel {
  readonly linear: LinearModel;
  /** First column of every unit; its bundles follow in order. */
  readonly firstColumn: readonly number[];
  /** In the order of `linear.rows`; null: structure that no wish of the user can change. */
  readonly subjects: readonly (RowSubject | null)[];
}

/** Objective in francs: cents make coefficients so large that tolerances mean nothing. */
const centsPerUnit = 100;

/**
 * Maximises Σ contribution − Σ fixed cost. One bundle per unit; minutes by role, budget, contact pressure and give/take keep
 * their limits; fixed choices hold; an option of the unit around holds within; a fixed cost is paid as soon as it is used.
 * Source: methods.md §7 (multiple-choice knapsack with linking rows).
 */
export function programmeModel(problem: BundleProblem, change: ModelChange = {}): ProgrammeModel {
  const columns: LinearColumn[] = [];
  const rows: LinearRow[] = [];
  const subjects: (RowSubject | null)[] = [];
  const add = (subject: RowSubject | null, row: LinearRow) => {
    if (subject !== null && change.without?.has(rowKey(subject))) return;
    const more = subject === null ? 0 : (change.relax?.get(rowKey(subject)) ?? 0);
    rows.push({ ...row, limit: row.limit + (row.sense === ">=" ? -more : more) });
    subjects.push(subject);
  };
  const firstColumn = problem.units.map(({ bundles }) => {
    const first = columns.length;
    for (const { contributionCents } of bundles)
      columns.push({ value: contributionCents / centsPerUnit, kind: "binary" });
    return first;
  });
  const keys = [...problem.fixedCosts.keys()];
  const switchOf = new Map(keys.map((key, index) => [key, columns.length + index]));
  for (const key of keys)
    columns.push({ value: -(problem.fixedCosts.get(key)?.cents ?? 0) / centsPerUnit, kind: "binary" });

  const columnsOf = (unit: number, wanted: (bundle: BundleValue) => boolean) =>
    problem.units[unit]!.bundles.flatMap((bundle, index) =>
      wanted(bundle) ? [firstColumn[unit]! + index] : [],
    );
  const everywhere = (amount: (bundle: BundleValue) => number) =>
    problem.units.flatMap((_, unit) => weighted(unit, amount));
  const weighted = (unit: number, amount: (bundle: BundleValue) => number) =>
    problem.units[unit]!.bundles.map(
      (bundle, index) => [firstColumn[unit]! + index, amount(bundle)] as const,
    );

  problem.units.forEach((unit, index) => {
    add(null, { terms: weighted(index, () => 1), sense: "=", limit: 1 });
    for (const key of keys) {
      const users = columnsOf(index, ({ fixedCostKeys }) => fixedCostKeys.includes(key));
      if (users.length > 0)
        add(null, { terms: [...ones(users), [switchOf.get(key)!, -1]], sense: "<=", limit: 0 });
    }
    for (const option of unit.parent === null ? [] : optionsOf(problem.units[unit.parent]!)) {
      const around = columnsOf(unit.parent!, ({ options }) => options.includes(option));
      const within = columnsOf(index, ({ options }) => options.includes(option));
      const terms = [...ones(around), ...within.map((column) => [column, -1] as const)];
      add(null, { terms, sense: "<=", limit: 0 });
    }
  });
  // Nobody pays for what nobody uses, only to win its positions.
  for (const key of keys) {
    const users = problem.units.flatMap((_, unit) =>
      columnsOf(unit, ({ fixedCostKeys }) => fixedCostKeys.includes(key)),
    );
    const terms = [[switchOf.get(key)!, 1] as const, ...users.map((column) => [column, -1] as const)];
    add(null, { terms, sense: "<=", limit: 0 });
  }
  for (const row of limitRows(problem)) {
    const { subject, amount, onceAmount, unit, sense, limit } = row;
    const once =
      onceAmount === null
        ? []
        : keys.map((key) => [switchOf.get(key)!, onceAmount(problem.fixedCosts.get(key)!)] as const);
    const terms = unit === null ? everywhere(amount) : weighted(unit, amount);
    add(subject, { terms: [...terms, ...once], sense, limit });
  }
  for (const choice of change.excluded ?? []) {
    const terms = choice.map((bundle, unit) => [firstColumn[unit]! + bundle, 1] as const);
    add(null, { terms, sense: "<=", limit: choice.length - 1 });
  }
  return { linear: { columns, rows }, firstColumn, subjects };
}

/** The limits that a user can change, in the order in which they are shown. */
export function limitRows(problem: BundleProblem): ProgrammeRow[] {
  const { units, roles, budgetCents, contactPressureMax, giveTakeMinCents, fixed } = problem;
  const none = { unit: null, onceAmount: null } as const;
  const rows: ProgrammeRow[] = [];
  roles.forEach(({ role, limitMinutes }, index) => {
    if (limitMinutes === null) return;
    const amount = (bundle: BundleValue) => bundle.roleMinutes[index] ?? 0;
    const onceAmount = ({ addedMinutes }: FixedCost) => -(addedMinutes[index] ?? 0);
    const subject = { kind: "capacity", role } as const;
    rows.push({ ...none, subject, amount, onceAmount, sense: "<=", limit: limitMinutes });
  });
  if (budgetCents !== null) {
    const amount = (bundle: BundleValue) => bundle.budgetCents;
    const subject = { kind: "budget" } as const;
    rows.push({
      ...none,
      subject,
      amount,
      sense: "<=",
      limit: budgetCents,
      onceAmount: ({ cents }) => cents,
    });
  }
  units.forEach(({ segment }, unit) => {
    if (contactPressureMax !== null) {
      const amount = (bundle: BundleValue) => bundle.contactPressure;
      const subject = { kind: "contactPressure", segment } as const;
      rows.push({ ...none, unit, subject, amount, sense: "<=", limit: contactPressureMax });
    }
    const amount = (bundle: BundleValue) => bundle.giveTakeCents;
    const subject = { kind: "giveTake", segment } as const;
    rows.push({ ...none, unit, subject, amount, sense: ">=", limit: giveTakeMinCents });
  });
  for (const choice of fixed) {
    const unit = units.findIndex(({ segment }) => segment === choice.segment);
    if (unit < 0) continue;
    const amount = ({ options }: BundleValue) => (options.includes(choice.option) ? 1 : 0);
    const subject = { kind: "fixed", choice } as const;
    const limits =
      choice.must === "in" ? ({ sense: ">=", limit: 1 } as const) : ({ sense: "<=", limit: 0 } as const);
    rows.push({ ...none, unit, subject, amount, ...limits });
  }
  return rows;
}

/** The bundle of every unit that a solution takes. Values near 1 count: a solver answers 0.9999999. */
export function readChoice(
  model: ProgrammeModel,
  units: readonly ProgrammeUnit[],
  values: readonly number[],
): BundleChoice {
  return units.map(({ bundles }, unit) => {
    const first = model.firstColumn[unit]!;
    let best = 0;
    for (let index = 1; index < bundles.length; index++)
      if ((values[first + index] ?? 0) > (values[first + best] ?? 0)) best = index;
    return best;
  });
}

/** Contribution per year above today minus the fixed cost that the choice pays; integer cents. */
export function choiceCents(problem: BundleProblem, choice: BundleChoice): number {
  const sums = problem.units.map(({ bundles }, unit) => bundles[choice[unit]!]!.contributionCents);
  return sums.reduce((sum, cents) => sum + cents, 0) - fixedCostOf(problem, choice);
}

export function fixedCostOf(problem: BundleProblem, choice: BundleChoice): number {
  return fixedKeysOf(problem, choice).reduce(
    (sum, key) => sum + (problem.fixedCosts.get(key)?.cents ?? 0),
    0,
  );
}

export function fixedKeysOf({ units, fixedCosts }: BundleProblem, choice: BundleChoice): string[] {
  const used = new Set(units.flatMap(({ bundles }, unit) => [...bundles[choice[unit]!]!.fixedCostKeys]));
  return [...fixedCosts.keys()].filter((key) => used.has(key));
}

function optionsOf({ bundles }: ProgrammeUnit): Set<string> {
  return new Set(bundles.flatMap(({ options }) => [...options]));
}

function ones(columns: readonly number[]): (readonly [number, number])[] {
  return columns.map((column) => [column, 1] as const);
}
