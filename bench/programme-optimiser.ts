import { HighsSolver } from "../packages/data/src/programme/optimiser/highs-solver.ts";
import type {
  BundleProblem,
  BundleValue,
  ProgrammeUnit,
} from "../packages/engine/src/programme/optimiser/bundle-contract.ts";
import { optimiseBundles } from "../packages/engine/src/programme/optimiser/optimise-bundles.ts";
import { programmeModel } from "../packages/engine/src/programme/optimiser/programme-model.ts";
import type { Measurement } from "./lib/measurement.ts";

const segments = 60;
const bundlesEach = 40;
const roles = 4;
const options = 20;

/** The largest programme that the optimiser is asked: 60 segments with 40 bundles each, scarce time and money. */
export async function run(): Promise<Measurement[]> {
  const problem = largestProblem();
  const solver = new HighsSolver();
  try {
    const { linear } = programmeModel(problem);
    // Loads the solver, which is done once.
    await solver.solve(linear, { timeLimitSeconds: 60, relativeGap: 1e-2, relaxed: true });
    let started = performance.now();
    const found = await solver.solve(linear, { timeLimitSeconds: 60, relativeGap: 1e-4 });
    const optimum = (performance.now() - started) / 1000;
    started = performance.now();
    const end = started + 60_000;
    const all = await optimiseBundles(problem, (model, how) => solver.solve(model, how), {
      runnersUp: 19,
      secondsLeft: () => (end - performance.now()) / 1000,
    });
    const whole = (performance.now() - started) / 1000;
    const size = `${linear.columns.length} columns, ${linear.rows.length} rows`;
    const gap = found.objective === null || found.bound === null ? null : found.bound / found.objective - 1;
    return [
      {
        name: `optimum of ${segments} segments × ${bundlesEach} bundles`,
        value: optimum,
        unit: "s",
        budget: 30,
        note: `${size}; ${found.status}, gap ${gap === null ? "unknown" : `${(100 * gap).toFixed(3)} %`}`,
      },
      {
        name: "the same with bound, prices of limits and 19 next best plans",
        value: whole,
        unit: "s",
        budget: 65,
        note: `time limit 60 s; ${all.status}, ${all.next.length} next best, ${[...all.pricesCents.values()].filter((price) => price !== null).length} of ${all.pricesCents.size} prices`,
      },
    ];
  } finally {
    await solver.close();
  }
}

function largestProblem(): BundleProblem {
  let state = 2026;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const codes = Array.from({ length: options }, (_, index) => `o${index}`);
  const units = Array.from({ length: segments }, (_, unit): ProgrammeUnit => {
    const segment = `s${unit}`;
    const size = 200 + Math.floor(800 * random());
    const bundles = Array.from({ length: bundlesEach }, (_, index): BundleValue => {
      const own = index === 0 ? [] : codes.filter(() => random() < 0.2);
      const scale = own.length * size;
      return {
        segment,
        options: own,
        contributionCents: Math.round(scale * 1_000 * (random() + 0.3)),
        sumOfSinglesCents: 0,
        roleMinutes: Array.from({ length: roles }, () => size * 20 * (1 + own.length * (random() - 0.3))),
        budgetCents: Math.round(scale * 300 * random()),
        contactPressure: own.length * random(),
        giveTakeCents: own.length * 400 * (random() - 0.2),
        fixedCostKeys: own.filter((code) => Number(code.slice(1)) < 10),
      };
    });
    return { segment, name: segment, customers: size, parent: null, bundles };
  });
  const today = (role: number) =>
    units.reduce((sum, { bundles }) => sum + (bundles[0]!.roleMinutes[role] ?? 0), 0);
  return {
    units,
    roles: Array.from({ length: roles }, (_, role) => ({
      role: `r${role}`,
      label: { de: `r${role}`, en: `r${role}` },
      limitMinutes: 1.2 * today(role),
      blockMinutes: 81_000,
    })),
    fixedCosts: new Map(
      codes.slice(0, 10).map((code) => [code, { cents: 5_000_000, addedMinutes: Array(roles).fill(0) }]),
    ),
    budgetCents: 150_000_000,
    contactPressureMax: 3,
    giveTakeMinCents: 0,
    fixed: [],
  };
}
