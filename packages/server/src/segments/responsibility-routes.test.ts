import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CaptureList } from "@kleinod/engine/facts/captures/contract.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let app: TestApp;

/** Two firms, 40 talks: 12 of field sales at the small one, 28 at the large one, half an hour each. */
const files = {
  "KNA1.csv": [
    "KUNNR;NAME1;ORT01;LAND1;KTOKD",
    "100001;Gross Metallbau AG;Bern;CH;D001",
    "100002;Klein Schreinerei GmbH;Thun;CH;D001",
  ],
  "VBRP.csv": [
    "VBELN;POSNR;FKDAT;FKART;KUNAG;MATNR;ARKTX;FKIMG;NETWR;WAERK",
    "900001;10;27.03.2026;F2;100001;M1;Dübel;1;900000,00;CHF",
    "900002;10;27.03.2026;F2;100002;M1;Dübel;1;400,00;CHF",
  ],
  "activities.csv": [
    "activityid,activitytypecode,accountnumber,actualstart,actualdurationminutes,ownerid,team,anliegen",
    ...Array.from(
      { length: 40 },
      (_, index) =>
        `a${index},Besuch,${index < 12 ? 100002 : 100001},2026-03-10 09:30:00,30,Beat Bühler,Aussendienst,Beratung`,
    ),
  ],
};

beforeAll(async () => {
  app = await openTestApp();
  const paths: { ref: string }[] = [];
  for (const [name, lines] of Object.entries(files)) {
    const path = join(app.folder, name);
    await writeFile(path, `${lines.join("\n")}\n`);
    paths.push({ ref: path });
  }
  const job = await app.job("POST", "/api/import", { files: paths, options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
  await app.job("PUT", "/api/size-line", { cents: 1_000_000 });
});
afterAll(() => app.close());

const report = () => app.json<ResponsibilityReport>("GET", "/api/reports/responsibility");

async function finished(job: Job): Promise<void> {
  for (;;) {
    const { state } = await app.json<Job>("GET", `/api/jobs/${job.id}`);
    if (state === "done") return;
    if (state !== "running") throw new Error(`job ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("responsibility over HTTP", () => {
  it("reports gaps, promises and the leak of imported activities", async () => {
    const { gaps, promises, leak } = await report();
    expect(gaps.map(({ name }) => name)).toEqual(["Gross Metallbau AG", "Klein Schreinerei GmbH"]);
    expect(promises.map(({ category }) => category)).toEqual(["throughPartner", "large", "small"]);
    // 12 of 40; 12 × 30 minutes are 6 hours, at the assumed CHF 1.55 a minute
    expect(leak).toMatchObject({ ratio: 0.3, hours: 6, costCents: 12 * 30 * 155 });
  });

  it("assigns with a preview, measures again, and takes it back", async () => {
    const [gap] = (await report()).gaps;
    const body = {
      target: { customers: [gap?.customerId] },
      assign: { type: "pool", name: "Team Mitte" },
    };
    const preview = await app.json("POST", "/api/responsibility/preview", body);
    expect(preview).toMatchObject({ customers: 1, gapsClosed: 1, moved: 0 });
    const made = await app.json<{ id: string; job: Job }>("POST", "/api/responsibility/decisions", body);
    await finished(made.job);
    expect((await report()).coverage).toMatchObject({ pool: 1, gaps: 1 });
    const undone = await app.json<{ job: Job }>("DELETE", `/api/responsibility/decisions/${made.id}`);
    await finished(undone.job);
    expect((await report()).coverage).toMatchObject({ pool: 0, gaps: 2 });
    const again = await app.ask("DELETE", `/api/responsibility/decisions/${made.id}`);
    expect(again.status).toBe(409);
  });

  it("refuses an assignment to nobody and a customer that does not exist", async () => {
    const target = { customers: [1] };
    const empty = { target, assign: { type: "pool", name: " " } };
    expect((await app.ask("POST", "/api/responsibility/decisions", { body: empty })).status).toBe(400);
    const unknown = { target: { customers: [987_654] }, assign: { type: "pool", name: "Team" } };
    expect((await app.ask("POST", "/api/responsibility/decisions", { body: unknown })).status).toBe(404);
  });
});

describe("capture over HTTP", () => {
  it("notes an activity in one request, corrects it and takes it back", async () => {
    const body = { minutes: 12, reason: "Rückfrage", isSolved: true };
    const made = await app.json<{ capture: { id: string } }>("POST", "/api/captures", body);
    const { id } = made.capture;
    const edited = await app.json("PUT", `/api/captures/${id}`, { ...body, minutes: 20 });
    expect(edited).toMatchObject({ capture: { minutes: 20, revision: 2 } });
    const list = await app.json<CaptureList>("GET", "/api/captures");
    expect(list).toMatchObject({ day: "2026-03-31", minutes: 20, reasons: ["Rückfrage"] });
    await app.json("DELETE", `/api/captures/${id}`);
    expect((await app.json<CaptureList>("GET", "/api/captures")).minutes).toBe(0);
    const restored = await app.json("POST", `/api/captures/${id}/restore`);
    expect(restored).toMatchObject({ capture: { isUndone: false } });
    const negative = await app.ask("POST", "/api/captures", { body: { minutes: -5 } });
    expect(negative.status).toBe(400);
  });

  it("samples time and refuses to adopt what was timed too rarely", async () => {
    const started = await app.json<{ campaign: { id: string } }>("POST", "/api/time-samples/campaigns", {
      name: "März",
      from: "2026-03-23",
      to: "2026-04-03",
      people: [{ person: "Beat", role: "fieldSales" }],
    });
    const path = `/api/time-samples/campaigns/${started.campaign.id}`;
    await app.json("POST", `${path}/samples`, { person: "Beat", activity: "call", minutes: 8 });
    const result = await app.json("GET", `${path}/result`);
    expect(result).toMatchObject({ samples: 1, activities: [{ activity: "call", timed: 1 }] });
    const adopt = await app.ask("POST", `${path}/adopt`, { body: { activities: ["call"] } });
    expect(adopt.status).toBe(422);
    const stranger = { person: "Cleo", activity: "call" };
    expect((await app.ask("POST", `${path}/samples`, { body: stranger })).status).toBe(422);
  });
});
