import type { Assignment, SampledColumn } from "./assign-columns.ts";
import { holdsTimesOnly } from "./date-times.ts";
import { detectDateFormat } from "./dates.ts";
import type { DateFormat, NumberFormat } from "./formats-contract.ts";
import { dateFieldTypes, type ImportKind, numericFieldTypes } from "./kinds/contract.ts";
import type { MappingQuestion } from "./mapping-contract.ts";
import { mappingQuestions } from "./mapping-messages.ts";
import { detectNumberFormat } from "./numbers.ts";

/** What the user has said beforehand, e.g. with `--date-format`. */
export interface FormatAnswers {
  readonly dateFormat?: DateFormat | undefined;
  readonly decimal?: "." | "," | undefined;
}

export interface ColumnFormats {
  readonly dateFormats: Record<string, DateFormat>;
  readonly numberFormats: Record<string, NumberFormat>;
  readonly undecidedNumberFields: readonly string[];
  readonly questions: readonly MappingQuestion[];
}

interface FieldColumn extends SampledColumn {
  readonly field: string;
}

const slashed: readonly (DateFormat | null)[] = ["d/m/yyyy", "m/d/yyyy"];

/** One file is written by one system: where a column does not decide, the other columns of the file may. */
export function columnFormats(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  assignments: readonly Assignment[],
  answers: FormatAnswers,
): ColumnFormats {
  const ofType = (test: (type: string) => boolean): FieldColumn[] =>
    assignments.flatMap(({ column, field }) =>
      test(kind.fields.find((each) => each.code === field)!.type) ? [{ ...columns[column]!, field }] : [],
    );
  const dates = dateColumnFormats(
    ofType((type) => dateFieldTypes.some((date) => date === type)).filter(
      (column) => !holdsTimesOnly(column.cells),
    ),
    answers.dateFormat,
  );
  const numbers = numberColumnFormats(
    ofType((type) => numericFieldTypes.some((numeric) => numeric === type)),
    answers.decimal,
  );
  return { ...dates, ...numbers, questions: [...dates.questions, ...numbers.questions] };
}

function dateColumnFormats(columns: readonly FieldColumn[], answer: DateFormat | undefined) {
  const dateFormats: Record<string, DateFormat> = {};
  const questions: MappingQuestion[] = [];
  const findings = columns.map((column) => ({ column, found: detectDateFormat(column.cells) }));
  const alike = findings.filter(({ found }) => found.ambiguous.length > 0 || slashed.includes(found.format));
  const together = detectDateFormat(alike.flatMap(({ column }) => column.cells)).format;
  for (const { column, found } of findings) {
    // An answer settles what is open; a column whose cells speak for themselves keeps its own format.
    const open =
      found.format === null ? (answer ?? (found.ambiguous.length > 0 ? together : null)) : found.format;
    if (open !== null) dateFormats[column.field] = open;
    else if (found.ambiguous.length > 0) {
      questions.push({
        code: "dateFormat",
        column: column.name,
        candidates: found.ambiguous,
        examples: column.cells.slice(0, 3),
        option: "--date-format",
        message: mappingQuestions.dateFormat(column.name),
        blocking: true,
      });
    }
  }
  return { dateFormats, questions };
}

function numberColumnFormats(columns: readonly FieldColumn[], answer: "." | "," | undefined) {
  const numberFormats: Record<string, NumberFormat> = {};
  const undecidedNumberFields: string[] = [];
  const questions: MappingQuestion[] = [];
  const findings = columns.map((column) => ({ column, found: detectNumberFormat(column.cells) }));
  const together = detectNumberFormat(columns.flatMap((column) => column.cells));
  for (const { column, found } of findings) {
    const { decimal, thousands } = found.decided ? found : together;
    if (answer !== undefined) numberFormats[column.field] = { decimal: answer, thousands: "" };
    else if (found.decided || together.decided || !found.ambiguous) {
      numberFormats[column.field] = { decimal, thousands };
      if (!found.decided && !together.decided) undecidedNumberFields.push(column.field);
    } else if (questions.length === 0) {
      questions.push({
        code: "decimal",
        column: column.name,
        candidates: [".", ","],
        examples: [...new Set([found.example ?? "", ...column.cells])]
          .filter((cell) => cell !== "")
          .slice(0, 3),
        option: "--decimal",
        message: mappingQuestions.decimal(column.name),
        blocking: true,
      });
    }
  }
  return { numberFormats, undecidedNumberFields, questions };
}
