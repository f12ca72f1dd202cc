/**
 * The thread in which HiGHS (WebAssembly, synchronous, one thread) solves, so that the process stays responsive. Plain
 * JavaScript, because a thread has no loader of TypeScript on Node 20. Messages: highs-messages.ts.
 */
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

/** @typedef {import("./highs-messages.ts").HighsRequest} HighsRequest */
/** @typedef {import("./highs-messages.ts").HighsAnswer} HighsAnswer */

const highs = await loadHighs();

parentPort?.on("message", (/** @type {HighsRequest} */ request) => {
  parentPort?.postMessage(answerOf(request));
});

/** @param {HighsRequest} request @returns {HighsAnswer} */
function answerOf(request) {
  const none = { id: request.id, values: null, objective: null, bound: null, message: null };
  const model = highs.createModel();
  try {
    model.readModel({ format: "lp", data: request.lp });
    return { ...none, ...solved(model, request) };
  } catch (error) {
    return { ...none, status: "failed", message: error instanceof Error ? error.message : String(error) };
  } finally {
    model.dispose();
  }
}

/**
 * @param {import("highs").Model} model
 * @param {HighsRequest} request
 * @returns {Pick<HighsAnswer, "status"> & Partial<HighsAnswer>}
 */
function solved(model, { lp, columns, timeLimitSeconds, relativeGap }) {
  model.options.set({
    output_flag: false,
    time_limit: timeLimitSeconds,
    mip_rel_gap: relativeGap,
    mip_abs_gap: 1e-6,
    random_seed: 1,
  });
  model.run();
  const codes = highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === codes.infeasible || status === codes.unboundedOrInfeasible) return { status: "infeasible" };
  if (status === codes.unbounded) return { status: "unbounded" };
  const optimal = status === codes.optimal;
  if (!optimal && status !== codes.timeLimit)
    return { status: "failed", message: `ended with model status ${status}` };
  const whole = /^General$/m.test(lp);
  const objective = model.getObjectiveValue();
  const bound = whole ? Number(model.info.get("mip_dual_bound")) : optimal ? objective : null;
  /** @type {Pick<HighsAnswer, "status"> & Partial<HighsAnswer>} */
  const answer = {
    status: optimal ? "optimal" : "timeLimit",
    bound: bound !== null && Number.isFinite(bound) ? bound : null,
  };
  // 2: a solution that keeps every limit. A relaxation that was cut short has none that means anything.
  const found = optimal || (whole && Number(model.info.get("primal_solution_status")) === 2);
  if (!found) return answer;
  const { colValue } = model.getSolution();
  // The reader numbers columns as they first occur, not as they are named.
  const values = Float64Array.from(
    { length: columns },
    (_, index) => colValue?.[model.getColByName(`x${index}`)] ?? 0,
  );
  return { ...answer, values, objective };
}
