import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import { gapReason } from "./gap-reason.ts";
import { fieldSalesReference, gapReference, needReference, wilson } from "./reference.ts";
import { staffClass } from "./staff-class.ts";

const asOf = plainDate("2025-12-31");
const settings = {
  fieldByGroup: { D1: "Dübel", D2: "Dübel" },
  contactWeight: 0.25,
  leastPeers: 5,
  gapShare: 0.5,
  urgentPriorities: [],
};
const line = (customerId: number, productGroup: string | null, valueCents: number, date = "2025-06-01") => ({
  documentId: customerId,
  customerId,
  date: plainDate(date),
  documentType: "invoice",
  lineKind: "product",
  productCode: "P",
  productGroup,
  valueCents,
  costCents: null,
});
const firm = (customerId: number, branch: string | null = "Bau") => ({
  customerId,
  branch,
  staffClass: "5–9",
  region: null,
});

describe("need profile", () => {
  it("counts two equal fields as two, and a field of a tenth as little", () => {
    const sales = fieldSalesReference(
      [
        // Two groups of one field, one more field of the same size.
        line(1, "D1", 30_00),
        line(1, "D2", 20_00),
        line(1, "S1", 50_00),
        line(2, "D1", 90_00),
        line(2, "S1", 10_00),
        // Without a group, older than 12 months, or sent back: no field.
        line(2, null, 99_00),
        line(2, "K1", 99_00, "2024-12-31"),
        line(2, "F1", 5_00),
        line(2, "F1", -5_00),
      ],
      asOf,
      settings,
    );
    const need = needReference([firm(1), firm(2), firm(3)], sales, [], settings);
    // exp(−½ ln ½ − ½ ln ½) = 2.
    expect(need.get(1)).toMatchObject({ needFields: 2, needVariety: 2 });
    expect(need.get(1)!.needBreadth).toBeCloseTo(2, 9);
    // exp(−0.9 ln 0.9 − 0.1 ln 0.1) = exp(0.0948 + 0.2303) = 1.3841.
    expect(need.get(2)!.needBreadth).toBeCloseTo(1.3841, 4);
    // Too few comparable firms (one, and five are asked for): no depth.
    expect(need.get(1)!.needDepth).toBeNull();
    expect(need.get(3)).toEqual({ needBreadth: null, needFields: 0, needDepth: null, needVariety: 0 });
  });

  it("gets sharper with what customers ask about", () => {
    const sales = new Map([[1, new Map([["Dübel", 100_00]])]]);
    const topics = [
      { customerId: 1, field: "Brandschutz", reason: "Zertifikat" },
      { customerId: 1, field: "D1", reason: " zertifikat" },
    ];
    const need = needReference([firm(1)], sales, topics, settings).get(1)!;
    // Dübel: 0.75 · 1 + 0.25 · ½ = 0.875; Brandschutz: 0.25 · ½ = 0.125.
    expect(need.needBreadth).toBeCloseTo(Math.exp(-0.875 * Math.log(0.875) - 0.125 * Math.log(0.125)), 9);
    // Two fields and one reason, however it is written.
    expect(need).toMatchObject({ needFields: 2, needVariety: 3 });
  });
});

describe("need gaps", () => {
  it("names what most comparable firms buy, with whom they were compared", () => {
    const sales = new Map([
      [1, new Map([["Dübel", 10_00]])],
      ...[2, 3, 4, 5, 6, 7].map(
        (id) => [id, new Map(id < 6 ? [["Brandschutz", id * 100_00]] : [["Dübel", 1_00]])] as const,
      ),
    ]);
    const firms = [1, 2, 3, 4, 5, 6, 7].map((id) => firm(id));
    const gaps = gapReference(firms, sales, settings).get(1)!;
    // Six peers of the same branch and staff (the region is unknown); 2 … 5 buy it for 200, 300, 400, 500: median 350.
    expect(gaps).toMatchObject([
      { field: "Brandschutz", peerLevel: 1, peers: 6, peersBuying: 4, worthCents: 350_00 },
    ]);
    expect(gapReason({ ...gaps[0]!, branch: "Bau", staffClass: "5–9", region: null }).en).toBe(
      "4 of 6 comparable firms (Bau, staff of 5–9) buy Brandschutz from us, this one does not.",
    );
  });

  it("backs off to all firms where the branch is missing, and says so", () => {
    const sales = new Map(
      [1, 2, 3, 4, 5, 6].map((id) => [id, new Map([[id === 1 ? "A" : "B", 1_00]])] as const),
    );
    const firms = [firm(1, null), ...[2, 3, 4, 5, 6].map((id) => firm(id))];
    const gaps = gapReference(firms, sales, settings);
    expect(gaps.get(1)).toMatchObject([{ field: "B", peerLevel: 3, peers: 5 }]);
    expect(gapReason({ ...gaps.get(1)![0]!, branch: null, staffClass: null, region: null }).de).toContain(
      "weil die Branche fehlt",
    );
    // The others have four peers in their branch and one more in all: everybody else is too few to judge A by.
    expect(gaps.get(2)).toEqual([]);
  });

  it("gives Wilson's interval: 8 of 10 is 0.613 to 0.908 at 80 %", () => {
    // z = 1.2816, z² = 1.6424: (0.8 + 0.0821 ± 1.2816 · √(0.016 + 0.0041)) ÷ 1.1642.
    const { shareLow, shareHigh } = wilson(0.8, 10);
    expect(shareLow).toBeCloseTo((0.88212 - 1.28155 * Math.sqrt(0.016 + 0.004106)) / 1.16424, 4);
    expect(shareHigh).toBeCloseTo((0.88212 + 1.28155 * Math.sqrt(0.016 + 0.004106)) / 1.16424, 4);
    expect(wilson(1, 20).shareHigh).toBeCloseTo(1, 12);
  });
});

describe("staff classes", () => {
  it("puts a head count into its class; nobody employed is the owner alone", () => {
    expect([0, 1, 4, 5, 19, 250, null].map(staffClass)).toEqual([
      "1",
      "1",
      "2–4",
      "5–9",
      "10–19",
      "250+",
      null,
    ]);
  });
});
