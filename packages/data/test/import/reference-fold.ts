/**
 * The rules of documents once more, in plain loops over whole histories: what a person would do with paper. Tests compare
 * the facts of the store with it.
 */
export interface TestLine {
  readonly document: string;
  /** Null where the file has no line numbers. */
  readonly position: string | null;
  readonly account: string;
  readonly product: string;
  readonly cents: number;
}

/** Rows of a file; null is a row that a rule rejects. */
export interface TestFile {
  readonly rows: readonly (TestLine & { readonly isBroken?: boolean })[];
}

export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  restated: number;
  rejected: number;
}

const text = (line: TestLine) =>
  [line.document, line.position, line.account, line.product, line.cents].join("|");
const sorted = (lines: readonly TestLine[]) => lines.map(text).sort();
const equal = (a: readonly TestLine[], b: readonly TestLine[]) =>
  sorted(a).join("\n") === sorted(b).join("\n");

function isSubset(part: readonly TestLine[], whole: readonly TestLine[]): boolean {
  const left = sorted(whole);
  for (const line of sorted(part)) {
    const index = left.indexOf(line);
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return true;
}

function hasLineNumbers(lines: readonly TestLine[]): boolean {
  const positions = lines.map((line) => line.position);
  return positions.every((position) => position !== null) && new Set(positions).size === positions.length;
}

/** The documents of one file with what counts of them, and how many rows were a repetition. */
function readFile(file: TestFile): {
  documents: Map<string, TestLine[]>;
  restated: number;
  rejected: number;
} {
  const documents = new Map<string, TestLine[]>();
  let restated = 0;
  for (const name of new Set(file.rows.filter((row) => !row.isBroken).map((row) => row.document))) {
    const places = file.rows.flatMap((row, index) => (row.document === name && !row.isBroken ? [index] : []));
    const lines = places.map((place) => file.rows[place]!);
    const half = lines.length / 2;
    const between = file.rows.slice((places[half - 1] ?? 0) + 1, places[half] ?? 0);
    const isTwice =
      Number.isInteger(half) &&
      equal(lines.slice(0, half), lines.slice(half)) &&
      between.some((row) => row.document !== name);
    documents.set(name, isTwice ? lines.slice(0, half) : lines);
    if (isTwice) restated += half;
  }
  return { documents, restated, rejected: file.rows.filter((row) => row.isBroken).length };
}

/** Takes a file into the state and counts its rows by what became of them. */
function takeFile(state: Map<string, TestLine[]>, file: TestFile): Counts {
  const { documents, restated, rejected } = readFile(file);
  const counts: Counts = { created: 0, updated: 0, unchanged: 0, restated, rejected };
  for (const [name, coming] of documents) {
    const stored = state.get(name);
    if (stored === undefined) {
      counts.created += coming.length;
      state.set(name, coming);
    } else if (equal(coming, stored) || isSubset(coming, stored)) {
      counts.unchanged += coming.length;
    } else if (hasLineNumbers(coming) && hasLineNumbers(stored)) {
      for (const line of coming) {
        const before = stored.find((other) => other.position === line.position);
        if (before === undefined) counts.created++;
        else if (text(before) === text(line)) counts.unchanged++;
        else counts.updated++;
      }
      const stays = stored.filter((line) => !coming.some((other) => other.position === line.position));
      state.set(name, [...coming, ...stays]);
    } else {
      counts.updated += coming.length;
      state.set(name, coming);
    }
  }
  return counts;
}

/** The history of files, one after the other: what counts at the end, and the counts of each file. */
export function referenceFold(files: readonly TestFile[]): { lines: TestLine[]; counts: Counts[] } {
  const state = new Map<string, TestLine[]>();
  const counts = files.map((file) => takeFile(state, file));
  return { lines: [...state.values()].flat(), counts };
}

/** The rows that a control total of one file covers: all but the repeated and the rejected ones. */
export function countedLines(file: TestFile): TestLine[] {
  return [...readFile(file).documents.values()].flat();
}
