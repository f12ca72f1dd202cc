/** What the thread that solves is asked. Structured-clone only. */
export interface HighsRequest {
  readonly id: number;
  /** CPLEX LP format, columns in the order of their names x0, x1, … */
  readonly lp: string;
  readonly columns: number;
  readonly timeLimitSeconds: number;
  readonly relativeGap: number;
}

export interface HighsAnswer {
  readonly id: number;
  readonly status: "optimal" | "timeLimit" | "infeasible" | "unbounded" | "failed";
  readonly values: Float64Array | null;
  readonly objective: number | null;
  readonly bound: number | null;
  /** Of `failed`. */
  readonly message: string | null;
}
