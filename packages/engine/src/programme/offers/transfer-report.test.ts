import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../units.ts";
import type { Transfer } from "./transfer-contract.ts";
import { transferReport } from "./transfer-report.ts";

const today = "2026-11-23" as PlainDate;
const from = "2025-11-23" as PlainDate;
const transfer = (id: number, movedOn: string, effect: Transfer["effect"]): Transfer => ({
  id,
  practice: `Praxis ${id}`,
  from: "Kleinkunden",
  to: "Grössere Kunden",
  movedOn,
  effect,
  note: "",
  author: "ana",
  madeAt: "2026-11-01T08:00:00Z",
  corrects: null,
});

describe("AT5.4 the transfer register", () => {
  it("answers which lean practices moved in the last 12 months and with what effect", () => {
    const report = transferReport(
      [
        transfer(1, "2025-11-23", { cents: 900, low: 800, high: 1_000 }),
        transfer(2, "2025-11-24", { cents: 500_000, low: 200_000, high: 900_000 }),
        transfer(3, "2026-06-01", null),
        transfer(4, "2026-11-23", { cents: -100_000, low: -300_000, high: 0 }),
      ],
      { from, today, currency: "CHF" },
    );
    // The first lies exactly twelve months back: no longer within.
    expect(report.moved.map(({ id }) => id)).toEqual([4, 3, 2]);
    expect(report.earlier.map(({ id }) => id)).toEqual([1]);
    // 500,000 − 100,000; lows 200,000 − 300,000; highs 900,000 + 0.
    expect(report).toMatchObject({
      withEffect: 2,
      unknownEffect: 1,
      knownEffect: { cents: 400_000, low: -100_000, high: 900_000 },
    });
    expect(report.sentence.de).toBe(
      "In den letzten 12 Monaten gingen 3 schlanke Praktiken in andere Segmente über. Von 2 ist die Wirkung bekannt: CHF −1’000 bis CHF 9’000 im Jahr; von 1 nicht.",
    );
  });

  it("keeps an unknown effect unknown: never zero", () => {
    const report = transferReport([transfer(1, "2026-05-01", null)], { from, today, currency: "CHF" });
    expect(report).toMatchObject({ withEffect: 0, unknownEffect: 1, knownEffect: null });
    expect(report.sentence.en).toContain("The effect of none is known");
    expect(transferReport([], { from, today, currency: null }).sentence.en).toContain("No lean practice");
  });
});
