import { describe, expect, it } from "vitest";
import { openCalendar } from "./calendar.ts";
import { SaleDocument, timesPrice } from "./sale-document.ts";
import { WorkingTime } from "./season.ts";

describe("calendar", () => {
  it("holds (asOf − 3 years, asOf] and knows where the last twelve months begin", () => {
    const calendar = openCalendar("2026-11-20", 3);
    expect(calendar.iso[0]).toBe("2023-11-21");
    expect(calendar.iso.at(-1)).toBe("2026-11-20");
    // 2024 is a leap year: 365 + 366 + 365
    expect(calendar.days).toBe(1_096);
    expect(calendar.iso[calendar.firstOfLast12]).toBe("2025-11-21");
    expect(calendar.german[0]).toBe("21.11.2023");
  });

  it("knows weekdays and movable holidays", () => {
    const calendar = openCalendar("2026-11-20", 3);
    // 20 November 2026 is a Friday; Easter 2026 is on 5 April, Ascension on 14 May.
    expect(calendar.weekday.at(-1)).toBe(5);
    for (const holiday of ["2026-04-03", "2026-04-06", "2026-05-14", "2024-12-25", "2025-08-01"])
      expect(calendar.isHoliday[calendar.iso.indexOf(holiday)], holiday).toBe(1);
  });

  it("refuses a date that does not exist and an empty history", () => {
    expect(() => openCalendar("2026-02-30", 3)).toThrow(/asOf is "2026-02-30"/);
    expect(() => openCalendar("2026-11-20", 0)).toThrow(/years is 0/);
  });
});

describe("working time", () => {
  const calendar = openCalendar("2026-11-20", 3);
  const time = new WorkingTime(calendar, "site");

  it("never falls on a Sunday or a holiday, and is as long as the calendar", () => {
    for (let t = 0; t < calendar.days; t += 0.25) {
      const day = time.dayAt(t);
      expect(calendar.weekday[day]).not.toBe(0);
      expect(calendar.isHoliday[day]).toBe(0);
    }
    expect(time.at(calendar.days)).toBeCloseTo(calendar.days, 6);
    expect(time.dayAt(calendar.days + 1)).toBe(-1);
  });

  it("runs faster in June than in January on a building site", () => {
    const length = (from: string, to: string) =>
      time.at(calendar.iso.indexOf(to)) - time.at(calendar.iso.indexOf(from));
    expect(length("2025-06-01", "2025-07-01")).toBeGreaterThan(1.4 * length("2025-01-01", "2025-01-31"));
  });
});

describe("sale document", () => {
  it("rounds quantity × price half away from zero", () => {
    // 2.5 m × CHF 0.01 = 2.5 Rappen → 3; credited → −3. 0.5 m × 3 Rappen = 1.5 → 2
    expect(timesPrice(2_500, 1)).toBe(3);
    expect(timesPrice(-2_500, 1)).toBe(-3);
    expect(timesPrice(500, 3)).toBe(2);
    expect(timesPrice(3_000, 1_999)).toBe(5_997);
    expect(Object.is(timesPrice(-1, 0), 0)).toBe(true);
  });

  it("turns every amount round and keeps prices", () => {
    const invoice = new SaleDocument();
    invoice.addLine(4, 2_500, 99, 40);
    const credit = invoice.reversed(1, 9);
    // 2.5 × 99 = 247.5 → 248; 2.5 × 40 = 100
    expect([
      credit.quantityMilli[0],
      credit.priceCents[0],
      credit.amountCents[0],
      credit.costCents[0],
    ]).toEqual([-2_500, 99, -248, -100]);
    expect(invoice.amountCents[0]).toBe(248);
  });
});
