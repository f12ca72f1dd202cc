import { inflateSync } from "node:zlib";
import type { Whale } from "@kleinod/engine/measures/reports.ts";
import { exampleReport } from "@kleinod/engine/programme/doubling/report.fixture.ts";
import { describe, expect, it } from "vitest";
import { doublingPage } from "./doubling-page.ts";
import { lineChartSvg } from "./line-chart-svg.ts";
import { renderPdf } from "./render-pdf.ts";

const whale: Whale = {
  asOf: "2026-06-30",
  currency: "CHF",
  basis: "avoidable",
  customers: 30,
  totalCents: 80_000,
  peakCents: 100_000,
  peakRatio: 1.25,
  points: [
    { customers: 10, cumulativeCents: 100_000, large: 5, small: 5 },
    { customers: 30, cumulativeCents: 80_000, large: 2, small: 18 },
  ],
  rug: [
    { customers: 10, large: 5, small: 5 },
    { customers: 30, large: 2, small: 18 },
  ],
  topShares: [],
  assumed: false,
  unclear: [],
};

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

/** Operators of all compressed streams that are graphics. */
function graphicsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString("latin1");
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = ""]) => {
      try {
        return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

describe("the board's page", () => {
  it.each(["de", "en"] as const)("is one A4 page as PDF (%s)", async (language) => {
    const pdf = await renderPdf(doublingPage({ report: exampleReport(), whale, language }));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pagesOf(pdf)).toBe(1);
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/MediaBox \[0 0 595\.28 841\.89\]/);
  });

  it("stays one page with a long name, many assumptions and notes", async () => {
    const report = exampleReport();
    const [assumption] = report.assumptions;
    const long = {
      ...report,
      planName: "Ein sehr langer Name eines Plans, der auf keine Zeile passt, ".repeat(2).slice(0, 120),
      assumptions: Array.from({ length: 30 }, () => assumption!),
      notes: Array.from({ length: 12 }, () => report.notes[0]!),
      unclear: Array.from({ length: 9 }, (_, index) => ({
        code: `gap${index}`,
        customers: 12,
        text: {
          de: "Hier fehlt etwas, und so liesse es sich beheben. ".repeat(3),
          en: "Something is missing.",
        },
      })),
    };
    expect(pagesOf(await renderPdf(doublingPage({ report: long, whale, language: "de" })))).toBe(1);
  });

  it("draws the whale as a vector line, not as a picture", async () => {
    const pdf = await renderPdf(doublingPage({ report: exampleReport(), whale, language: "en" }));
    expect(Buffer.from(pdf).toString("latin1")).not.toContain("/Subtype /Image");
    // Lines of the curves: at least one path per chart.
    expect(graphicsOf(pdf).match(/ l\n/g)?.length).toBeGreaterThan(20);
  });

  it("goes without a plan and without a whale", async () => {
    const pdf = await renderPdf(doublingPage({ report: exampleReport(null), whale: null, language: "de" }));
    expect(pagesOf(pdf)).toBe(1);
  });
});

describe("a line chart", () => {
  const chart = {
    width: 100,
    height: 60,
    lines: [
      {
        points: [
          [0, -10],
          [10, 20],
        ] as const,
        color: "#000000",
        label: "a",
      },
    ],
    xTicks: [[0, "<0>"] as const],
    yText: String,
  };

  it("has round ticks within its values and escapes its texts", () => {
    const svg = lineChartSvg(chart);
    expect([...svg.matchAll(/>(-?\d+)<\/text>/g)].map(([, tick]) => Number(tick))).toEqual([-10, 0, 10, 20]);
    expect(svg).toContain("&lt;0>");
    expect(svg).not.toContain("NaN");
  });

  it("has no NaN where all values are the same", () => {
    const flat = { ...chart, lines: [{ ...chart.lines[0]!, points: [[5, 0]] as const }] };
    expect(lineChartSvg(flat)).not.toMatch(/NaN|Infinity/);
  });
});
