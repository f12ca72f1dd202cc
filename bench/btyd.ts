import { fitBgNbd } from "../packages/btyd/src/bg-nbd/fit.ts";
import { hasCdnow, readCdnowMaster } from "../packages/btyd/test/cdnow.ts";
import type { Measurement } from "./lib/measurement.ts";

const WARM_UP_RUNS = 10;
const MEASURED_RUNS = 21;

/** Times the BG/NBD fit, checks and compression included, on CDNOW's 23,570 customers. Empty without the data. */
export async function run(): Promise<Measurement[]> {
  if (!hasCdnow) return [];
  const histories = readCdnowMaster();
  const milliseconds: number[] = [];
  for (let i = 0; i < WARM_UP_RUNS + MEASURED_RUNS; i++) {
    const start = performance.now();
    const fit = fitBgNbd(histories);
    const elapsed = performance.now() - start;
    if (!fit.ok) throw new Error(`BG/NBD fit of the CDNOW master refused: ${fit.message}`);
    if (i >= WARM_UP_RUNS) milliseconds.push(elapsed);
  }
  milliseconds.sort((a, b) => a - b);
  const median = milliseconds[Math.floor(MEASURED_RUNS / 2)]!;
  const note = `median of ${MEASURED_RUNS} runs in a warm process`;
  return [
    { name: "BG/NBD fit, CDNOW master (23,570 customers)", value: median, unit: "ms", budget: 60, note },
  ];
}
