import { caseNumber } from "../export/dynamics-cases.ts";
import { productGroups } from "../market/catalogue.ts";
import { caseReasons } from "../service/contact-reasons.ts";
import type { CaseEvent, ServiceSink } from "../service/service-events.ts";
import { caseOrigins } from "../service/service-events.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";

/** `cases.csv`: what every case really was; written while the history is played. `case-types.csv`: the same per reason. */
export class CaseTruth implements ServiceSink {
  readonly writer: ChunkWriter;
  readonly #numberOf: (account: number) => string;
  readonly #cases = new Float64Array(caseReasons.length);
  readonly #failures = new Float64Array(caseReasons.length);
  readonly #minutes = new Float64Array(caseReasons.length);
  readonly #transfers = new Float64Array(caseReasons.length);

  private constructor(writer: ChunkWriter, numberOf: (account: number) => string) {
    this.writer = writer;
    this.#numberOf = numberOf;
  }

  static async open(path: string, numberOf: (account: number) => string): Promise<CaseTruth> {
    const header = "caseNumber;customer;caseType;isFailure;corner;needField;channel;minutes\n";
    return new CaseTruth(await ChunkWriter.open(path, "utf8", header), numberOf);
  }

  serviceCase(event: CaseEvent): void {
    const reason = caseReasons[event.reason] as (typeof caseReasons)[number];
    this.#cases[event.reason]! += 1;
    this.#failures[event.reason]! += event.isFailure ? 1 : 0;
    this.#minutes[event.reason]! += event.minutes;
    this.#transfers[event.reason]! += event.transfers;
    const field = productGroups[event.needField]?.code ?? "";
    this.writer.addRow(
      `${caseNumber(event.number)};${this.#numberOf(event.customer)};${reason.code};${event.isFailure ? 1 : 0};${reason.corner};${field};${caseOrigins[event.origin]?.channel};${event.minutes}\n`,
    );
  }

  async writeTypes(path: string): Promise<void> {
    const header = "caseType;reason;corner;cases;failureCases;failureShare;minutes;transfers\n";
    const writer = await ChunkWriter.open(path, "utf8", header);
    for (const [i, { code, text, corner }] of caseReasons.entries()) {
      const cases = this.#cases[i] as number;
      const failures = this.#failures[i] as number;
      const share = cases === 0 ? "" : (failures / cases).toFixed(4);
      writer.addRow(
        `${code};${text};${corner};${cases};${failures};${share};${this.#minutes[i]};${this.#transfers[i]}\n`,
      );
    }
    await writer.close();
  }
}
