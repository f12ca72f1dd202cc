import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type DecisionList,
  decisionListSchema,
} from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { deviationReportSchema } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import {
  catalogueReportSchema,
  offerWithCheckSchema,
} from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { transferReportSchema } from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** 25 customers who bought monthly in 2025; the first uses a service that takes 18 of 100 minutes, all are delivered. */
function sales(): string {
  const rows = ["Belegnr;Kundennr;Datum;Artikel;Bezeichnung;Menge;Preis;Waehrung"];
  for (let customer = 1; customer <= 25; customer++) {
    for (let month = 1; month <= 12; month++) {
      rows.push(
        `R${customer}-${month};K${customer};2025-${String(month).padStart(2, "0")}-10;A1;Schraube;1;50.00;CHF`,
      );
    }
  }
  return rows.join("\n");
}

function elements(): string {
  const rows = ["Kundennr;Leistung;Genutzt am;Angeboten;Genutzt;Bleibegrund;Dauer"];
  rows.push("K1;Technische Beratung;03.02.2025;Ja;Ja;;450");
  for (let customer = 1; customer <= 25; customer++) {
    const reason = customer === 2 ? "schnell da" : "";
    rows.push(`K${customer};Lieferung;04.02.2025;Ja;Ja;${reason};82`);
  }
  return rows.join("\n");
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  for (const [name, text] of [
    ["invoices.csv", sales()],
    ["Leistungselemente.csv", elements()],
  ] as const) {
    const path = join(app.folder, name);
    await writeFile(path, text);
    const job = await app.job("POST", "/api/import", { files: [{ ref: path }], options: {} });
    if (job.state !== "done") throw new Error(JSON.stringify(job));
  }
  // All buy alike; whoever buys for less than CHF 10,000 a year is small.
  const line = await app.job("PUT", "/api/parameters/size.lineCents", { value: 1_000_000 });
  if (line.state !== "done") throw new Error(JSON.stringify(line));
}, 90_000);
afterAll(() => app.close());

const report = async () => catalogueReportSchema.parse(await app.json("GET", "/api/reports/catalogue"));
const draft = {
  name: "Schlank für Büros",
  contents: [
    { element: "Lieferung", role: "core" },
    { element: "Technische Beratung", role: "optIn" },
  ],
  centsPerCustomerYear: null,
  manualTouches: 3,
  forSegments: ["small"],
  degreesOfFreedom: [{ code: "tag", name: "Liefertag", choices: ["Di", "Do"], centsPerChoice: 500 }],
};

describe("the lean catalogue over the API", () => {
  it("AT5.1 proposes what 4 % use and what causes 18 % of the cost as opt-in, from the imported file", async () => {
    const found = await report();
    // Without cost pools there is no rate: minutes are known, money is not made up.
    expect(found.elements).toMatchObject({ customers: 25, rate: null, costCents: 0 });
    expect(found.elements.elements.find(({ element }) => element === "Technische Beratung")).toMatchObject({
      userRatio: 0.04,
      minutes: 450,
      namedAsReason: 0,
      isAdvice: true,
      costShareRatio: null,
    });
  });

  it("AT5.2 refuses to publish while a figure is missing and names it; undone by bringing back what was before", async () => {
    const saved = offerWithCheckSchema.parse(await app.json("POST", "/api/programme/offers", draft));
    expect(saved).toMatchObject({ code: "schlank-fuer-bueros", draft: { version: 1, state: "draft" } });
    const path = "/api/programme/offers/schlank-fuer-bueros";
    const refused = await app.ask("POST", `${path}/publish`, { body: {} });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "offerIncomplete",
      detail: expect.stringContaining("cost per customer and year"),
    });
    await app.json("POST", "/api/programme/offers", {
      ...draft,
      code: saved.code,
      centsPerCustomerYear: 900,
    });
    const published = offerWithCheckSchema.parse(await app.json("POST", `${path}/publish`, {}));
    expect(published).toMatchObject({ published: { version: 2, state: "published" }, draft: null });
    const retired = offerWithCheckSchema.parse(await app.json("POST", `${path}/retire`, { version: 2 }));
    expect(retired.published).toBeNull();
    const back = offerWithCheckSchema.parse(await app.json("POST", `${path}/restore`, { version: 2 }));
    expect(back.published).toMatchObject({ version: 2 });
  });

  it("refuses a segment that vanished, an unknown role and an unknown offer, each by name", async () => {
    const segment = await app.ask("POST", "/api/programme/offers", {
      body: { ...draft, forSegments: ["gone"] },
    });
    expect(await segment.json()).toMatchObject({
      code: "unknownSegment",
      detail: expect.stringContaining('"gone"'),
    });
    const profile = { element: "Lieferung", role: "nobody", manualTouchesPerUse: 1, isAdvice: null };
    const role = await app.ask("POST", "/api/programme/elements/profile", { body: profile });
    expect(role.status).toBe(422);
    expect((await app.ask("POST", "/api/programme/offers/gone/publish", { body: {} })).status).toBe(404);
    const twice = { ...draft, contents: [draft.contents[0], draft.contents[0]] };
    expect((await app.ask("POST", "/api/programme/offers", { body: twice })).status).toBe(400);
  });

  it("counts touches once somebody noted them, and only then", async () => {
    const touches = async () =>
      (await report()).elements.elements.find(({ element }) => element === "Lieferung")?.manualTouches;
    expect(await touches()).toBeNull();
    const profile = { element: "Lieferung", role: null, manualTouchesPerUse: 2, isAdvice: false };
    await app.json("POST", "/api/programme/elements/profile", profile);
    expect(await touches()).toBe(2);
    await app.json("POST", "/api/programme/elements/profile", { ...profile, manualTouchesPerUse: null });
    expect(await touches()).toBeNull();
  });

  it("AT5.4 keeps a transfer of unknown effect unknown; entries are corrected and taken back", async () => {
    const today = (await app.json<{ to: string }>("GET", "/api/programme/transfers")).to;
    const transfer = {
      practice: "Foto-Bestellung",
      from: "small",
      to: "large",
      movedOn: today,
      effect: null,
    };
    const add = async (body: object) =>
      transferReportSchema.parse(await app.json("POST", "/api/programme/transfers", body));
    const [first] = (await add(transfer)).moved;
    const effect = { cents: 5_000, low: 1_000, high: 9_000 };
    const corrected = await add({ ...transfer, effect, corrects: first!.id });
    expect(corrected.moved).toMatchObject([{ corrects: first!.id, effect }]);
    const undone = await app.json("DELETE", `/api/programme/transfers/${corrected.moved[0]!.id}`);
    expect(transferReportSchema.parse(undone)).toMatchObject({
      unknownEffect: 1,
      moved: [{ id: first!.id }],
    });
    const future = await app.ask("POST", "/api/programme/transfers", {
      body: { ...transfer, movedOn: "2999-01-01" },
    });
    expect(future.status).toBe(422);
  });
});

describe("deviations over the API", () => {
  it("AT9.2 raises the alarm at the twelfth within 90 days, and lowers it when one is taken back", async () => {
    const { today } = deviationReportSchema.parse(await app.json("GET", "/api/reports/deviations"));
    const deviation = { kind: "Sonderverpackung", at: today, cents: 2_000, customerId: 1 };
    const note = async () =>
      deviationReportSchema.parse(await app.json("POST", "/api/programme/deviations", deviation));
    for (let count = 1; count < 12; count++) await note();
    expect((await note()).kinds[0]).toMatchObject({ isDrift: true, inWindow: 12, customers: 1 });
    const { kinds, log, variantLoad } = deviationReportSchema.parse(
      await app.json("GET", "/api/reports/deviations"),
    );
    expect(kinds[0]!.standardise).not.toBeNull();
    expect(kinds[0]!.close).not.toBeNull();
    // K26: one published offer with one choice beyond the first; 12 deviations on 300 orders.
    expect(variantLoad).toMatchObject({
      liveVariants: 2,
      deviationsLast12: 12,
      ordersLast12: 300,
      per1000Orders: 40,
    });
    const less = await app.json("DELETE", `/api/programme/deviations/${log[0]!.id}`);
    expect(deviationReportSchema.parse(less).kinds[0]).toMatchObject({ isDrift: false, inWindow: 11 });
    await app.json("POST", `/api/programme/deviations/${log[0]!.id}/restore`);
    const again = await app.ask("POST", `/api/programme/deviations/${log[0]!.id}/restore`);
    expect(await again.json()).toMatchObject({ code: "entryStateRefused" });
  });

  it("refuses an unknown customer, offer, degree of freedom and a day to come", async () => {
    const at = "2025-06-01";
    const codeOf = async (body: object) => {
      const response = await app.ask("POST", "/api/programme/deviations", {
        body: { kind: "x", at, ...body },
      });
      return ((await response.json()) as { code: string }).code;
    };
    expect(await codeOf({ customerId: 987_654 })).toBe("unknownCustomer");
    expect(await codeOf({ offer: "gone" })).toBe("unknownOffer");
    expect(await codeOf({ offer: "schlank-fuer-bueros", degreeOfFreedom: "farbe" })).toBe("valueNotAllowed");
    expect(await codeOf({ at: "2999-01-01" })).toBe("valueNotAllowed");
  });
});

describe("the decision record over the API", () => {
  const decision = {
    decision: "Beratung nur noch auf Wunsch",
    decidedBy: "Ana",
    decidedOn: "2025-12-01",
    reviewOn: "2026-01-15",
    expected: { of: "resultCentsPerYear", mid: 100, low: 50, high: 200, source: "simulation" },
  };
  const post = async (path: string, body: object): Promise<DecisionList> =>
    decisionListSchema.parse(await app.json("POST", path, body));

  it("keeps the figures of the day, lists the overdue review, compares and is reviewed", async () => {
    const added = await post("/api/programme/decisions", decision);
    const [first] = added.decisions;
    expect(added).toMatchObject({ overdue: 1 });
    // 25 customers × 12 × CHF 50.
    expect(first).toMatchObject({
      state: "overdue",
      figures: { customers: 25, salesCents: 1_500_000 },
      comparison: {
        rows: expect.arrayContaining([expect.objectContaining({ code: "salesCents", difference: 0 })]),
      },
    });
    const reviewed = await post(`/api/programme/decisions/${first!.id}/reviews`, {
      verdict: "keep",
      note: "gut",
    });
    expect(reviewed.decisions[0]).toMatchObject({
      state: "reviewed",
      dueOn: null,
      reviews: [{ verdict: "keep" }],
    });
    const stays = await app.ask("DELETE", `/api/programme/decisions/${first!.id}`);
    expect(await stays.json()).toMatchObject({ code: "decisionReviewed" });
    const corrected = await post("/api/programme/decisions", {
      ...decision,
      decidedBy: "Ben",
      corrects: first!.id,
    });
    // A correction keeps figures and reviews.
    expect(corrected.decisions).toMatchObject([
      { decidedBy: "Ben", figures: first!.figures, reviews: [{ verdict: "keep" }] },
    ]);
  });

  it("refuses a review before the decision and a segment that does not exist", async () => {
    const codeOf = async (body: object) => {
      const response = await app.ask("POST", "/api/programme/decisions", { body: { ...decision, ...body } });
      return ((await response.json()) as { code: string }).code;
    };
    expect(await codeOf({ reviewOn: "2025-12-01" })).toBe("valueNotAllowed");
    expect(await codeOf({ segment: "gone" })).toBe("unknownSegment");
    expect(await codeOf({ corrects: 9_999 })).toBe("unknownEntry");
    expect(
      (await app.ask("POST", "/api/programme/decisions", { body: { ...decision, decision: "" } })).status,
    ).toBe(400);
  });
});
