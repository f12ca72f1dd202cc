import { dateTimeSql, fastDateTimeSql } from "@kleinod/engine/import/date-times.ts";
import { isDuration, minutesPerUnit, minutesSql } from "@kleinod/engine/import/durations.ts";
import { type DateFormat, dateFormats } from "@kleinod/engine/import/formats-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, openDuckDb } from "../../src/duckdb/connect.ts";

type Connection = Awaited<ReturnType<Awaited<ReturnType<typeof openDuckDb>>["connect"]>>;
let connection: Connection;
beforeAll(async () => {
  connection = await (await openDuckDb({ path: ":memory:" })).connect();
});
afterAll(() => connection.closeSync());

async function readCell(cell: string, sql: (text: string) => string): Promise<unknown> {
  const rows = await all(connection, `SELECT ${sql("cell")} AS value FROM (SELECT '${cell}' AS cell)`);
  return rows[0]?.value;
}

const moments: readonly [string, DateFormat, string | null][] = [
  ["29/2/2016 01:16", "d/m/yyyy", "2016-02-29 01:16:00"],
  ["5/3/2016 12:00", "d/m/yyyy", "2016-03-05 12:00:00"],
  ["05/03/2016 12:00", "d/m/yyyy", "2016-03-05 12:00:00"],
  ["3/5/2016 1:05 PM", "m/d/yyyy", "2016-03-05 13:05:00"],
  ["3/5/2016 12:05 AM", "m/d/yyyy", "2016-03-05 00:05:00"],
  ["31.01.2026 13:15", "dd.mm.yyyy", "2026-01-31 13:15:00"],
  ["31.01.26 13:15:07", "dd.mm.yyyy", "2026-01-31 13:15:07"],
  ["31.01.2026", "dd.mm.yyyy", "2026-01-31 00:00:00"],
  ["2026-01-31T13:15:07.000+0000", "iso", "2026-01-31 13:15:07"],
  ["2026-01-31T13:15:07Z", "iso", "2026-01-31 13:15:07"],
  ["2026-01-31 13:15", "iso", "2026-01-31 13:15:00"],
  ["2026-01-31", "iso", "2026-01-31 00:00:00"],
  ["20260131 131507", "yyyymmdd", "2026-01-31 13:15:07"],
  ["20260131", "yyyymmdd", "2026-01-31 00:00:00"],
  // 46053 is 2026-01-31; half a day and an hour more is 13:00.
  ["46053.541666667", "excelSerial", "2026-01-31 13:00:00"],
  ["46053", "excelSerial", "2026-01-31 00:00:00"],
  ["31. Januar 2026 13:15", "d mmm yyyy", "2026-01-31 13:15:00"],
  ["31.01.2026 25:15", "dd.mm.yyyy", null],
  ["31.02.2026 13:15", "dd.mm.yyyy", null],
  ["soon", "iso", null],
];

describe("a date with a time", () => {
  it.each(moments)("%s as %s is %s", async (cell, format, moment) => {
    expect(await readCell(cell, (text) => dateTimeSql(text, format))).toBe(moment);
  });

  it.each(moments)(
    "%s as %s by the short cut is the same or left to the full reading",
    async (cell, format, moment) => {
      expect([moment, null]).toContain(await readCell(cell, (text) => fastDateTimeSql(text, format)));
    },
  );

  it.each(dateFormats)("reads nothing from the year 24 in %s", async (format) => {
    for (const cell of ["0024-01-31 10:00:00", "31.01.0024 10:00", "01/01/0024 10:00"]) {
      expect(await readCell(cell, (text) => fastDateTimeSql(text, format)), cell).toBeNull();
    }
  });
});

describe("a duration", () => {
  it.each([
    ["25", 1, 25],
    ["12.5", 1, 12.5],
    ["185", 1 / 60, 185 / 60],
    ["1.5", 60, 90],
    // Hours first, whatever the unit of the header.
    ["1:30", 60, 90],
    ["0:01:15", 1, 1.25],
    ["45 min", 60, 45],
    ["1.5 h", 1, 90],
    ["90 s", 1, 1.5],
    ["2 Std.", 1, 120],
    ["20 Minuten", 1, 20],
    ["-5", 1, -5],
  ])("%s with %d minutes a unit is %d minutes", async (cell, perUnit, minutes) => {
    expect(isDuration(cell)).toBe(true);
    expect(await readCell(cell, (text) => minutesSql(text, { decimal: "." }, perUnit))).toBeCloseTo(
      minutes,
      6,
    );
  });

  it.each(["kurz", "1:75", "12 m2"])("%s is none", async (cell) => {
    expect(isDuration(cell)).toBe(false);
    expect(await readCell(cell, (text) => minutesSql(text, { decimal: "." }, 1))).toBeNull();
  });

  it.each([
    ["CallDurationInSeconds", 1 / 60],
    ["Dauer (Sek.)", 1 / 60],
    ["actualdurationminutes", 1],
    ["Dauer", 1],
    ["Kapazität (h)", 60],
    ["Stunden", 60],
    ["Paid Hours", 60],
    ["Aufwand [Std.]", 60],
    ["Standardzeit", 1],
  ])("under the header %s has a unit of %d minutes", (header, minutes) => {
    expect(minutesPerUnit(header)).toBe(minutes);
  });
});
