/** A linear programme to be maximised, with whole 0/1 columns where wanted. */
export interface LinearModel {
  readonly columns: readonly LinearColumn[];
  readonly rows: readonly LinearRow[];
}

export interface LinearColumn {
  /** Coefficient of the objective. */
  readonly value: number;
  readonly kind: "binary" | "continuous";
  /** Of a continuous column, whose lower bound is 0; left out: none. */
  readonly upper?: number;
}

export interface LinearRow {
  /** Index of the column and its coefficient; a column stands at most once. */
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
  readonly sense: "<=" | ">=" | "=";
  readonly limit: number;
}

export interface SolveOptions {
  readonly timeLimitSeconds: number;
  /** Stops when the bound is so near; share of the objective. */
  readonly relativeGap: number;
  /** Leaves out that columns are whole: the value is a bound of the whole problem. */
  readonly relaxed?: boolean;
}

export interface LinearSolution {
  /** `timeLimit` with `values: null`: nothing was found in time. */
  readonly status: "optimal" | "timeLimit" | "infeasible" | "unbounded";
  readonly values: readonly number[] | null;
  readonly objective: number | null;
  /** What the solver has proven that nothing exceeds; null: nothing. */
  readonly bound: number | null;
}

/** Solves a model somewhere else, so that the caller stays responsive. Rejects when it is cancelled. */
export type Solver = (model: LinearModel, options: SolveOptions) => Promise<LinearSolution>;
