import type { Job } from "@kleinod/engine/import/history.ts";
import { formatCount, type Language } from "./language.ts";

export type ProgressState = Pick<Job, "step" | "done" | "total" | "rowsPerSecond" | "secondsLeft">;

const quietMilliseconds = 2000;

/** One line that is written over in a terminal; elsewhere a line per step and now and then one in between. */
export class ProgressLine {
  readonly #stream: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly #language: Language;
  #shown = false;
  #lastStep = "";
  #lastText = "";
  #lastAt = 0;

  constructor(stream: { write(text: string): unknown; readonly isTTY?: boolean }, language: Language) {
    this.#stream = stream;
    this.#language = language;
  }

  update(state: ProgressState): void {
    const text = progressText(state, this.#language);
    if (text === this.#lastText) return;
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001b[K${text}`);
      this.#shown = true;
      this.#lastText = text;
      return;
    }
    const now = performance.now();
    if (state.step === this.#lastStep && now - this.#lastAt < quietMilliseconds) return;
    this.#stream.write(`${text}\n`);
    this.#lastText = text;
    this.#lastStep = state.step;
    this.#lastAt = now;
  }

  /** Makes room for other output. */
  clear(): void {
    if (this.#shown) this.#stream.write("\r\u001b[K");
    this.#shown = false;
    this.#lastText = "";
  }
}

const words = {
  en: { of: "of", rows: "rows", perSecond: "rows/s", left: "left" },
  de: { of: "von", rows: "Zeilen", perSecond: "Zeilen/s", left: "übrig" },
};

/** E.g. `lines: 120,000 of 1,067,370 rows, 410,000 rows/s, 2 s left`. */
export function progressText(state: ProgressState, language: Language): string {
  const { of, rows, perSecond, left } = words[language];
  const parts: string[] = [];
  if (state.total !== null)
    parts.push(`${formatCount(state.done, language)} ${of} ${formatCount(state.total, language)}`);
  else if (state.done > 0) parts.push(`${formatCount(state.done, language)} ${rows}`);
  if (state.rowsPerSecond !== null) parts.push(`${formatCount(state.rowsPerSecond, language)} ${perSecond}`);
  if (state.secondsLeft !== null && state.secondsLeft > 0)
    parts.push(`${duration(state.secondsLeft)} ${left}`);
  return parts.length === 0 ? state.step : `${state.step}: ${parts.join(", ")}`;
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
