import { date } from "../sql-text.ts";
import type { Window } from "./event-sources.ts";
import type { CostRole } from "./model-contract.ts";
import { type CostProblem, problem } from "./problem.ts";

/** Line of a file as an editor counts: the row number in the content starts at 0 below one line of headers. */
export const lineOfRow = (rowNo: number | null): number | null => (rowNo === null ? null : rowNo + 2);

export interface RefusedEventRow {
  readonly code: "unknownRole" | "negativeMinutes";
  readonly kind: "activity" | "case";
  readonly value: string;
  readonly file: string | null;
  readonly row_no: number | null;
  readonly times: number;
}

/** Logged events that cannot be counted: the first of each kind, value and file with their number. */
export function refusedEventsSql({ from, asOf }: Window): string {
  const part = (kind: string, relation: string, day: string, codes: readonly RefusedEventRow["code"][]) =>
    codes.map((code) => {
      const isRole = code === "unknownRole";
      const value = isRole ? "a.role" : "CAST(min(a.minutes) AS VARCHAR)";
      return `SELECT '${code}' AS code, '${kind}' AS kind, ${value} AS value, b.file_name AS file,
  arg_min(a.row_no, (a.batch_no, a.row_no)) AS row_no, count(*) AS times
FROM ${relation} a
${isRole ? "JOIN t_cost_role r ON r.name = a.role AND r.role IS NULL" : ""}
LEFT JOIN batch b ON b.batch_no = a.batch_no
WHERE a.${day} > ${date(from)} AND a.${day} <= ${date(asOf)}${isRole ? "" : " AND a.minutes < 0"}
GROUP BY ${isRole ? "a.role, " : ""}b.file_name`;
    });
  const parts = [
    ...part("activity", "activity_current", "activity_date", ["unknownRole", "negativeMinutes"]),
    // The team of a case need be no role; it counts with the role of its equation.
    ...part("case", "service_case_current", "case_date", ["negativeMinutes"]),
  ];
  return `${parts.join("\nUNION ALL\n")}\nORDER BY code, kind, file, row_no LIMIT 200`;
}

/** The sentences for the rows of `refusedEventsSql`. */
export function refusedEventProblem(row: RefusedEventRow, roles: readonly CostRole[]): CostProblem {
  const what =
    row.kind === "activity" ? { de: "Tätigkeit", en: "Activity" } : { de: "Servicefall", en: "Case" };
  const known = roles.map(({ code }) => code).join(", ");
  const message =
    row.code === "unknownRole"
      ? {
          de: `${what.de}: die Rolle «${row.value}» gibt es nicht; erlaubt sind ${known} und ihre anderen Namen. Der Eintrag ist nicht mitgerechnet.`,
          en: `${what.en}: there is no role "${row.value}"; allowed are ${known} and their other names. The entry is not counted.`,
        }
      : {
          de: `${what.de}: ${row.value} Minuten; erwartet wird 0 oder mehr. Der Eintrag ist nicht mitgerechnet.`,
          en: `${what.en}: ${row.value} minutes; expected is 0 or more. The entry is not counted.`,
        };
  return problem(row.code, {
    file: row.file,
    line: lineOfRow(row.row_no),
    value: row.value,
    times: row.times,
    message,
  });
}
