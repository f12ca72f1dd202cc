import type { DuckDBConnection } from "@duckdb/node-api";
import { dateSql, nullDateSql, parseDate } from "@kleinod/engine/import/dates.ts";
import { dateFormats } from "@kleinod/engine/import/formats-contract.ts";
import { cellSql, cellText, nullTokens } from "@kleinod/engine/import/null-tokens.ts";
import { decimalToCents, moneyCentsSql, numberSql, parseNumber } from "@kleinod/engine/import/numbers.ts";
import { fastCellSql, fastDateSql, fastNumberSql } from "@kleinod/engine/import/staging/fast-sql.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckDb } from "../../src/duckdb/connect.ts";

/**
 * Cells are read in three ways: TypeScript for samples, SQL for any cell of a large file, and short cuts in SQL for the
 * common cell. All three must mean the same; a short cut may leave a cell to the full expression, never read it otherwise.
 */
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await openDuckDb({ path: ":memory:" })).connect();
});
afterAll(() => connection.closeSync());

/** Evaluates expressions over a text column `c` for every cell; values come back as text or null. */
async function evaluate(
  cells: readonly string[],
  expressions: Record<string, string>,
): Promise<Record<string, string | null>[]> {
  const prepared = await connection.prepare(
    `SELECT ${Object.entries(expressions)
      .map(([name, sql]) => `(${sql})::VARCHAR AS ${name}`)
      .join(", ")}
    FROM (SELECT cells[i::INTEGER + 1] AS c, i FROM (SELECT from_json($1::JSON, '["VARCHAR"]') AS cells), range(${cells.length}) r(i))
    ORDER BY i`,
  );
  prepared.bindVarchar(1, JSON.stringify(cells));
  const reader = await prepared.runAndReadAll();
  return reader.getRowObjects() as Record<string, string | null>[];
}

const digit = fc.constantFrom(..."0123456789");
/** Texts that look like something: digits with the signs of numbers and dates, tokens, and any unicode. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof({ weight: 3, arbitrary: digit }, fc.constantFrom(..."+-−.,'’ ()eE%_/:TZ\u00a0\t")), {
        maxLength: 14,
      })
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...nullTokens, ...nullTokens.map((token) => ` ${token.toUpperCase()}\u00a0`)),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", "")),
  },
);
const amount = fc
  .tuple(
    fc.constantFrom("", "-", "+", "(", "CHF ", "−"),
    fc.integer({ min: 0, max: 2_000_000_000 }),
    fc.constantFrom("", ".", ","),
    fc.array(digit, { maxLength: 9 }),
    fc.constantFrom("", "-", ")", " €", "%", "e3", "E-2"),
  )
  .map(([before, whole, mark, fraction, behind]) => `${before}${whole}${mark}${fraction.join("")}${behind}`);
const grouped = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom(".", ",", "'", "’", " ", "\u00a0"),
    fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", ".5", ",5", ".50", ",125"),
  )
  .map(([sign, first, mark, groups, fraction]) => `${sign}${[first, ...groups].join(mark)}${fraction}`);
const dateLike = fc
  .tuple(
    fc.integer({ min: 0, max: 2110 }),
    fc.integer({ min: 0, max: 32 }),
    fc.integer({ min: 0, max: 14 }),
    fc.constantFrom("-", "/", ".", " ", "\\", ". "),
    fc.constantFrom("", " ", " 00:00:00", " 23:59", "T10:11:12Z", " 1:02 PM", " 25:00:00"),
    fc.boolean(),
    fc.boolean(),
    fc.nat(2),
  )
  .map(([year, day, month, mark, time, isPadded, isShort, order]) => {
    const pad = (value: number) => String(value).padStart(isPadded ? 2 : 1, "0");
    const written = isShort
      ? String(year % 100).padStart(2, "0")
      : isPadded
        ? String(year).padStart(4, "0")
        : String(year);
    const parts = [
      [written, pad(month), pad(day)],
      [pad(day), pad(month), written],
      [pad(month), pad(day), written],
    ][order]!;
    return parts.join(mark) + time;
  });
const named = fc
  .tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom("Jan", "jänner", "März", "Mrz.", "mai", "December", "Dez", "Sept", "Okt", "Junk"),
    fc.integer({ min: 1985, max: 2030 }),
    fc.constantFrom(" ", ". ", "-", ", "),
  )
  .chain(([day, month, year, mark]) =>
    fc.constantFrom(`${day}${mark}${month}${mark}${year}`, `${month} ${day}${mark}${year}`),
  );

const hostileNumbers = [
  "",
  " ",
  "0",
  "-0",
  "+0",
  "00",
  "007",
  "1",
  "-1",
  "1.",
  ".5",
  "-.5",
  ",5",
  "5,",
  "1.005",
  "1,005",
  "-1.005",
  "0.005",
  "-0.005",
  "2.675",
  "999999999999.999999",
  "999999999999.9999995",
  "1000000000000",
  "-999999999999,99",
  "1e5",
  "1E+03",
  "1.5E3",
  "1,5E3",
  "1e400",
  "1e-400",
  "1E11",
  "1E12",
  "9.99E11",
  "0x10",
  "1_000",
  "١٢٣",
  "１２",
  "NaN",
  "nan",
  "inf",
  "Infinity",
  "-infinity",
  "∞",
  "--5",
  "+-5",
  "5-",
  "-5-",
  "(5)",
  "(-5)",
  "((5))",
  "(5",
  "5)",
  "( 5 )",
  "CHF 5",
  "5 CHF",
  "5 %",
  "€5",
  "$ 5.00-",
  "1.234.567",
  "1,234,567",
  "1'234",
  "1’234.50",
  "1 234,50",
  "12.34.56",
  "1,2,3",
  "1.2,3",
  "1,2.3",
  "0.123.456",
  "=1+1",
  "+1+1",
  "#REF!",
  "#N/A",
  "true",
  "null",
  "\\N",
  "-",
  "--",
  "–",
  "0.0000004",
  "0.0000005",
  "-0.0000005",
  "1.2345675",
  "1.2345665",
  "12345678901234567890",
  "1 2",
  "1\t",
  "\u00a01\u00a0",
  "1\n2",
  "é",
  "😀",
  "1 ",
  "5.50.",
  "5..5",
  "5,,5",
  "e5",
  "E",
  "1e",
  "1e+",
  "0e0",
  "0.0E+00",
  "-0.00",
];
const hostileDates = [
  "2024-01-31",
  "2024-1-5",
  "2024-02-30",
  "2023-02-29",
  "2024-02-29",
  "2024/01/31",
  "2024.01.31",
  "2024 01 31",
  "2024\\01\\31",
  "2024-01/31",
  "0000-01-01",
  "0001-01-01",
  "0024-01-31",
  "9999-12-31",
  "99999-01-1",
  "12024-01-1",
  "-024-01-01",
  "-2024-01-1",
  "+024-01-01",
  "2024-001-1",
  "2024-1-001",
  "31.01.2024",
  "1.1.24",
  "01.01.0024",
  "01.01.024",
  "1.1.202400",
  "32.01.2024",
  "29.02.2023",
  "31. 1.2024",
  "31/01/2024",
  "01/31/2024",
  "3/4/2024",
  "03/04/0004",
  "+1/01/2024",
  "-1/01/2024",
  " 1/01/2024",
  "01-02-2024",
  "01.02.-024",
  "20240131",
  "20240131T1011",
  "2024-01-31T10:11:12.345+02:00",
  "2024-01-31 10:11:12",
  "2024-01-31 24:00:00",
  "2024-01-31 10:61:00",
  "2024-01-31 99:99:99",
  "2024-01-31T00:00:00",
  "2024-01-31_10:11:12",
  "2024-01-31 10:11",
  "31.01.2024 10:11",
  "2024-01-31 (BC)",
  "2024-01-31 BC",
  "45322",
  "45322.5",
  "45322,75",
  "60",
  "61",
  "1",
  "00045322",
  "2958465",
  "2958466",
  "1e5",
  "31. Januar 2024",
  "31-Jan-2024",
  "Jan 31, 2024",
  "1. März 2024",
  "1. MÄRZ 2024",
  "Mrz 1 2024",
  "31 Foo 2024",
  "maid 1 2024",
  "1 mai 24",
  "infinity",
  "-infinity",
  "epoch",
  "today",
  "now",
  "tomorrow",
  "yesterday1",
  "NULL",
  "00000000",
  "0000-00-00",
  "00.00.0000",
  "",
  " ",
  "١٢.٠١.٢٠٢٤",
  "２０２４-０１-３１",
  "2024‑01‑31",
  "2024-01-3１",
  "2024-01-3x",
  "2024-01-3)",
  "2024-01-1.",
  "2024-1-31x",
  "2024-01-31x",
];

const runs = { numRuns: 12, seed: 20_261_123 };
const many = (arbitrary: fc.Arbitrary<string>) => fc.array(arbitrary, { minLength: 400, maxLength: 400 });

describe("a cell", () => {
  const check = async (cells: readonly string[]) => {
    const rows = await evaluate(cells, { full: cellSql("c"), fast: fastCellSql("c") });
    rows.forEach((row, index) => {
      const text = cellText(cells[index]!);
      expect(row, JSON.stringify(cells[index])).toEqual({ full: text, fast: text });
    });
  };
  it("is trimmed and recognised as nothing alike in TypeScript and SQL", async () => {
    await check([
      ...hostileNumbers,
      ...hostileDates,
      ...nullTokens,
      "x",
      " x",
      "x ",
      "\u00a0x\u2009",
      "\ufeffx",
      "Ä-",
      "-Ä",
      "n/a ",
      "N/A",
      "k.A.",
      "--- ",
      "(NULL)",
    ]);
    await fc.assert(fc.asyncProperty(many(cell), check), runs);
  });
});

describe("a number", () => {
  for (const decimal of [".", ","] as const) {
    const check = async (cells: readonly string[]) => {
      const clean = cells.map(cellText).filter((text): text is string => text !== null);
      const rows = await evaluate(clean, {
        full: numberSql("c", { decimal }),
        fast: fastNumberSql("c", { decimal }),
        cents: moneyCentsSql("c", { decimal }),
      });
      rows.forEach((row, index) => {
        const parsed = parseNumber(clean[index]!, { decimal });
        const value = parsed.ok && parsed.value !== null ? parsed.value : null;
        const padded = value === null ? null : sixDecimals(value);
        expect(row.full, `full ${JSON.stringify(clean[index])}`).toBe(padded);
        if (row.fast !== null) expect(row.fast, `fast ${JSON.stringify(clean[index])}`).toBe(padded);
        const inCents = value === null ? null : String(decimalToCents(value));
        expect(row.cents, `cents ${JSON.stringify(clean[index])}`).toBe(inCents);
      });
    };
    it(`with decimal ${decimal} is the same number, and the same cents half away from zero`, async () => {
      await check(hostileNumbers);
      await fc.assert(fc.asyncProperty(many(fc.oneof(cell, amount, grouped)), check), runs);
    });
  }

  it("rounds halves of a cent away from zero on both sides of it", async () => {
    const rows = await evaluate(["1.005", "-1.005", "2.675", "0.005", "-0.005", "0.0049999"], {
      cents: moneyCentsSql("c", { decimal: "." }),
    });
    expect(rows.map((row) => row.cents)).toEqual(["101", "-101", "268", "1", "-1", "1"]);
  });
});

/** As DuckDB writes a DECIMAL(18,6). */
function sixDecimals(value: string): string {
  const [whole = "0", fraction = ""] = value.split(".");
  return `${whole}.${fraction.padEnd(6, "0")}`;
}

describe("a date", () => {
  for (const format of dateFormats) {
    const check = async (cells: readonly string[]) => {
      const clean = cells.map(cellText).filter((text): text is string => text !== null);
      const rows = await evaluate(clean, {
        full: dateSql("c", format),
        fast: fastDateSql("c", format),
        nothing: nullDateSql("c"),
      });
      rows.forEach((row, index) => {
        const parsed = parseDate(clean[index]!, format);
        const value = parsed.ok ? parsed.value : null;
        const saysNothing = parsed.ok && parsed.value === null;
        expect(row.nothing, `nothing ${clean[index]}`).toBe(String(saysNothing));
        if (saysNothing) return;
        expect(row.full, `full ${JSON.stringify(clean[index])}`).toBe(value);
        if (row.fast !== null) expect(row.fast, `fast ${JSON.stringify(clean[index])}`).toBe(value);
      });
    };
    it(`as ${format} is the same day`, async () => {
      await check(hostileDates);
      await fc.assert(fc.asyncProperty(many(fc.oneof(dateLike, dateLike, named, cell)), check), runs);
    });
  }
});
