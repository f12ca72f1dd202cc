import {
  bgNbd,
  fitBgNbd,
  fitGammaGamma,
  fitMbgCnbdK,
  fitMbgNbd,
  fitParetoNbd,
  type ModelFit,
  paretoNbd,
  summarizeTransactions,
} from "@kleinod/btyd";
import { hasCdnow } from "../packages/btyd/test/cdnow.ts";
import { readCdnowMasterLog } from "../packages/btyd/test/cdnow-log.ts";
import type { Measurement } from "./lib/measurement.ts";
import { nelderMead } from "./lib/nelder-mead.ts";
import { plainBgNbd, plainGammaGamma, plainParetoNbd } from "./lib/plain-likelihoods.ts";
import { simulatedCustomers, simulatedLog } from "./lib/simulated-customers.ts";

const WARM_UP_RUNS = 5;
const MEASURED_RUNS = 15;
const MILLION = 1_000_000;
const CDNOW_BG_NBD = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const CDNOW_PARETO_NBD = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const CALIBRATION = { unit: "week", calibrationEnd: "1997-09-30", end: "1998-06-30" } as const;

/** The library of customer-base models: fits, predictions and the way from a log to histories. */
export async function run(): Promise<Measurement[]> {
  // First, so that the peak of the process is that of the large fit.
  const large = millionCustomers();
  return [...large, ...(hasCdnow ? cdnow() : []), ...millionRows()];
}

function millionCustomers(): Measurement[] {
  const histories = simulatedCustomers(MILLION, CDNOW_BG_NBD);
  const [fit, seconds] = timed(() => fitBgNbd(histories));
  const gigabytes = process.resourceUsage().maxRSS / 1_048_576;
  mustConverge(fit);
  const rate = (predict: () => Float64Array) => {
    predict();
    const [, time] = timed(predict);
    return MILLION / time;
  };
  const predictions = [
    { name: "BG/NBD", model: bgNbd(fit.params) },
    { name: "Pareto/NBD", model: paretoNbd(CDNOW_PARETO_NBD) },
  ].flatMap(({ name, model }) => [
    {
      name: `${name} probability alive`,
      value: rate(() => model.probabilityAliveEach(histories)),
      unit: "customers/s",
      budget: MILLION,
    },
    {
      name: `${name} conditional expectation of 52 weeks`,
      value: rate(() => model.conditionalExpectedTransactionsEach(52, histories)),
      unit: "customers/s",
      budget: MILLION,
    },
  ]);
  return [
    {
      name: "BG/NBD fit, 1,000,000 simulated customers",
      value: seconds,
      unit: "s",
      budget: 3,
      note: "ages of one to 1,095 days; one run in a cold process",
    },
    {
      name: "the same, peak memory of the process",
      value: gigabytes,
      unit: "GB",
      budget: 0.5,
      note: "simulation and loader included",
    },
    ...predictions,
  ];
}

function cdnow(): Measurement[] {
  const master = summarizeTransactions(readCdnowMasterLog(), CALIBRATION);
  const ofMaster = "CDNOW master (23,570 customers)";
  return [
    ...againstNelderMead(
      `BG/NBD fit, ${ofMaster}`,
      60,
      () => fitBgNbd(master),
      4,
      (point) => plainBgNbd(master, point),
    ),
    ...fitOf(`MBG/NBD fit, ${ofMaster}`, undefined, () => fitMbgNbd(master)),
    ...fitOf(`MBG/CNBD-k fit, choice of k included, ${ofMaster}`, undefined, () => fitMbgCnbdK(master)),
    ...againstNelderMead(
      `Pareto/NBD fit, ${ofMaster}`,
      300,
      () => fitParetoNbd(master),
      4,
      (point) => plainParetoNbd(master, point),
    ),
    ...againstNelderMead(
      `Gamma-Gamma fit, ${ofMaster}`,
      undefined,
      () => fitGammaGamma(master),
      3,
      (point) => plainGammaGamma(master, point),
    ),
  ];
}

function millionRows(): Measurement[] {
  const log = simulatedLog(MILLION, 100_000);
  const [, seconds] = timed(() => summarizeTransactions(log, { unit: "week" }));
  const note = "100,000 customers as text, days as ISO text; one run in a cold process";
  return [
    { name: "from a log of 1,000,000 purchases to histories", value: seconds, unit: "s", budget: 1, note },
  ];
}

function fitOf(
  name: string,
  budget: number | undefined,
  fit: () => ModelFit<string, unknown>,
): Measurement[] {
  const milliseconds: number[] = [];
  for (let i = 0; i < WARM_UP_RUNS + MEASURED_RUNS; i++) {
    const [found, seconds] = timed(fit);
    mustConverge(found);
    if (i >= WARM_UP_RUNS) milliseconds.push(1000 * seconds);
  }
  milliseconds.sort((a, b) => a - b);
  const value = milliseconds[Math.floor(MEASURED_RUNS / 2)]!;
  const note = `median of ${MEASURED_RUNS} runs in a warm process`;
  return [{ name, value, unit: "ms", note, ...(budget === undefined ? {} : { budget }) }];
}

/** The fit and its share of the time of a search without gradients over a likelihood without joined rows. */
function againstNelderMead(
  name: string,
  budget: number | undefined,
  search: () => ModelFit<string, unknown>,
  parameters: number,
  logLikelihood: (logarithms: readonly number[]) => number,
): Measurement[] {
  const measured = fitOf(name, budget, search);
  const start = Array.from({ length: parameters }, () => 0);
  const [plain, seconds] = timed(() => nelderMead((point) => -logLikelihood(point), start, 1e-3));
  const found = search().logLikelihood;
  if (!(found + plain.value > -0.01)) {
    throw new Error(`${name}: log-likelihood ${found} is below ${-plain.value}, that of Nelder-Mead.`);
  }
  const milliseconds = Math.round(1000 * seconds).toLocaleString("en");
  return [
    ...measured,
    {
      name: "the same ÷ plain Nelder–Mead",
      value: measured[0]!.value / (1000 * seconds),
      unit: "ratio",
      note: `${milliseconds} ms, ${plain.evaluations} likelihoods, ours ${(found + plain.value).toFixed(4)} higher`,
    },
  ];
}

function mustConverge(fit: ModelFit<string, unknown>): void {
  if (fit.converged) return;
  throw new Error(`${fit.model} warned: ${fit.warnings.map(({ message }) => message).join(" ")}`);
}

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}
