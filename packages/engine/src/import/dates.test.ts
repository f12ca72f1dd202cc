import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateSql, detectDateFormat, parseDate } from "./dates.ts";
import { type DateFormat, dateFormats } from "./formats-contract.ts";

describe("parseDate", () => {
  it.each<[string, DateFormat, string | null]>([
    ["2024-01-31", "iso", "2024-01-31"],
    ["2024/1/3", "iso", "2024-01-03"],
    ["2009-12-01 07:45:00", "iso", "2009-12-01"],
    ["2024-01-31T23:30:00.000+0000", "iso", "2024-01-31"],
    ["2024-01-31T00:00:00Z", "iso", "2024-01-31"],
    ["31.01.2024", "dd.mm.yyyy", "2024-01-31"],
    ["1.2.2024", "dd.mm.yyyy", "2024-02-01"],
    ["1. 2. 2024", "dd.mm.yyyy", "2024-02-01"],
    ["31.01.24 08:15", "dd.mm.yyyy", "2024-01-31"],
    ["31.12.99", "dd.mm.yyyy", "1999-12-31"],
    ["13/4/2024", "d/m/yyyy", "2024-04-13"],
    ["13-04-2024", "d/m/yyyy", "2024-04-13"],
    ["4/13/2024 8:26 PM", "m/d/yyyy", "2024-04-13"],
    ["1/12/24", "m/d/yyyy", "2024-01-12"],
    ["20240131", "yyyymmdd", "2024-01-31"],
    ["20240131 134500", "yyyymmdd", "2024-01-31"],
    // 45,292 days after 1899-12-30 is 2024-01-01.
    ["45292", "excelSerial", "2024-01-01"],
    ["45292,75", "excelSerial", "2024-01-01"],
    ["31. Dez. 2024", "d mmm yyyy", "2024-12-31"],
    ["1-Mar-24", "d mmm yyyy", "2024-03-01"],
    ["3. März 2024", "d mmm yyyy", "2024-03-03"],
    ["Oct 5, 2024", "mmm d yyyy", "2024-10-05"],
    ["29.02.2024", "dd.mm.yyyy", "2024-02-29"],
    ["00000000", "yyyymmdd", null],
    ["", "iso", null],
    ["#NV", "dd.mm.yyyy", null],
  ])("reads %j as %s: %j", (text, format, value) => {
    expect(parseDate(text, format)).toEqual({ ok: true, value });
  });

  it.each<[string, DateFormat]>([
    ["30.02.2024", "dd.mm.yyyy"],
    ["29.02.2023", "dd.mm.yyyy"],
    ["31.13.2024", "dd.mm.yyyy"],
    ["0.1.2024", "dd.mm.yyyy"],
    ["13/13/2024", "d/m/yyyy"],
    ["4/13/2024", "d/m/yyyy"],
    ["2024-01-31", "dd.mm.yyyy"],
    ["0000-01-01", "iso"],
    ["12024-01-01", "iso"],
    ["infinity", "iso"],
    ["gestern", "iso"],
    ["60", "excelSerial"],
    ["2958466", "excelSerial"],
    ["2024013", "yyyymmdd"],
    ["3. Foo 2024", "d mmm yyyy"],
  ])("refuses %j as %s", (text, format) => {
    expect(parseDate(text, format)).toEqual({ ok: false, rule: "dateUnreadable", text });
  });

  it("reads every day back from every writing", () => {
    const pad = (value: number) => String(value).padStart(2, "0");
    const writings: Partial<Record<DateFormat, (y: number, m: number, d: number) => string>> = {
      iso: (y, m, d) => `${y}-${pad(m)}-${pad(d)} 12:30`,
      "dd.mm.yyyy": (y, m, d) => `${pad(d)}.${pad(m)}.${y}`,
      "d/m/yyyy": (y, m, d) => `${d}/${m}/${y}`,
      "m/d/yyyy": (y, m, d) => `${m}/${d}/${y}`,
      yyyymmdd: (y, m, d) => `${y}${pad(m)}${pad(d)}`,
      excelSerial: (y, m, d) => String((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000),
    };
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
        for (const [format, write] of Object.entries(writings)) {
          const text = write(year, month, date);
          expect(parseDate(text, format as DateFormat)).toEqual({ ok: true, value: iso });
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("detectDateFormat", () => {
  it.each<[string[], DateFormat]>([
    [["2024-01-31", "2024-02-01 10:00:00"], "iso"],
    [["31.01.2024", "01.02.2024"], "dd.mm.yyyy"],
    [["01.02.2024"], "dd.mm.yyyy"],
    [["3/4/2024", "13/4/2024"], "d/m/yyyy"],
    [["3/4/2024", "4/13/2024"], "m/d/yyyy"],
    [["20240131", "20240201"], "yyyymmdd"],
    [["45292", "45293"], "excelSerial"],
    [["1. Jan 2024", "3. März 2024"], "d mmm yyyy"],
    [["", "00000000", "20240131"], "yyyymmdd"],
  ])("%j is %s", (samples, format) => {
    expect(detectDateFormat(samples)).toMatchObject({ format, ambiguous: [] });
  });

  it("leaves open what no cell decides", () => {
    expect(detectDateFormat(["3/4/2024", "5/6/2024"])).toMatchObject({
      format: null,
      ambiguous: ["d/m/yyyy", "m/d/yyyy"],
      example: "3/4/2024",
    });
  });

  it("leaves open what cells contradict", () => {
    expect(detectDateFormat(["13/4/2024", "4/13/2024"]).ambiguous).toEqual(["d/m/yyyy", "m/d/yyyy"]);
  });

  it("tolerates a few broken cells and counts them", () => {
    const cells = [...Array.from({ length: 99 }, () => "31.01.2024"), "31.02.2024"];
    expect(detectDateFormat(cells)).toMatchObject({ format: "dd.mm.yyyy", unreadable: 1 });
  });

  it("finds no dates where there are none", () => {
    for (const cells of [[], ["Zürich", "Bern"], ["4711", "815"], ["1.5", "2.75"]]) {
      expect(detectDateFormat(cells)).toMatchObject(
        cells[0] === "4711" ? { format: "excelSerial" } : { format: null, ambiguous: [] },
      );
    }
  });

  it("says when there is a time", () => {
    expect(detectDateFormat(["2009-12-01 07:45:00"]).withTime).toBe(true);
    expect(detectDateFormat(["2009-12-01"]).withTime).toBe(false);
  });
});

describe("dateSql", () => {
  it.each(dateFormats)("%s is an expression over the column", (format) => {
    expect(dateSql("c1", format)).toContain("c1");
  });
});
