import type { BatchResult, ImportResult } from "@kleinod/engine/import/result.ts";
import type { Io } from "../output/io.ts";
import { formatCount } from "../output/language.ts";
import { batchesText } from "./batches-text.ts";

const shownProblems = 10;

/** What an import did, what it asks, and the first problems. */
export function importText(result: ImportResult, io: Io): string {
  const questions = result.questions.map(({ file, messages, option, candidates }) => {
    const answers = candidates.map((candidate) => `${option} ${candidate}`);
    const how = io.text({ de: "Antwort mit", en: "Answer with" });
    const or = io.text({ de: " oder ", en: " or " });
    return `${file}: ${io.text(messages)} ${how} ${answers.length === 0 ? option : answers.join(or)}`;
  });
  return [
    batchesText(result.batches, io),
    ...result.batches.flatMap((batch) => problemLines(batch, io)),
    ...questions,
  ].join("\n");
}

function problemLines(batch: BatchResult, io: Io): string[] {
  const shown = batch.problems.slice(0, shownProblems).map(({ file, line, column, messages }) => {
    const place = [file, line === null ? null : `${io.text({ de: "Zeile", en: "line" })} ${line}`, column];
    return `  ${place.filter((part) => part !== null).join(", ")}: ${io.text(messages)}`;
  });
  const more = batch.problemsTotal - shown.length;
  if (more <= 0) return shown;
  const count = formatCount(more, io.language);
  return [...shown, io.text({ de: `  … und ${count} weitere`, en: `  … and ${count} more` })];
}
