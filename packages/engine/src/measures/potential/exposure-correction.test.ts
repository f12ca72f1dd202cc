import { describe, expect, it } from "vitest";
import { fitPotential, type SpendRows } from "./compute.ts";
import { seededRandom } from "./seeded-random.fixture.ts";

const settings = {
  quantile: 0.8,
  lowQuantile: 0.65,
  highQuantile: 0.95,
  exposureQuantile: 0.5,
  unknownExposureRatio: 0.25,
  leastPeers: 20,
};

/**
 * 200 customers who were never contacted and 200 who were, of the same true potential: staff alone drives it, with log
 * noise of 0.2. Visits pay (spend grows by a half at five contacts), and our people go to one trade and one region far
 * more than to the other: so the trade that is left alone looks small.
 */
function neglectedWorld(seed: number, effectOf: (contacts: number) => number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 400 }, (_, i) => {
    const isContacted = i % 2 === 0;
    const branch = random.uniform() < (isContacted ? 0.85 : 0.15) ? 2 : 3;
    const region = random.uniform() < (isContacted ? 0.7 : 0.3) ? 2 : 3;
    const staff = 2 + Math.floor(random.uniform() * 28);
    const within = isContacted ? 2 + Math.floor(random.uniform() * 7) : 0;
    const before = isContacted ? Math.floor(random.uniform() * 6) : 0;
    const visits = Math.floor((within + before) * random.uniform());
    const truth = 12 + 0.8 * Math.log(staff);
    const log = truth + effectOf(within) + 0.2 * random.normal();
    return { isContacted, branch, region, staff, within, before, visits, salesCents: Math.exp(log), truth };
  });
  const column = (name: "branch" | "region" | "staff" | "within" | "before" | "visits" | "salesCents") =>
    Float64Array.from(rows, (row) => row[name]);
  const spend: SpendRows = {
    firms: { branch: column("branch"), region: column("region"), staff: column("staff") },
    exposure: { within: column("within"), before: column("before"), visits: column("visits") },
    salesCents: column("salesCents"),
  };
  return { rows, spend };
}

/** Mean estimate ÷ true potential of the contacted over that of the never contacted, less one. */
function groupDifference(world: ReturnType<typeof neglectedWorld>, isExposureKnown: boolean): number {
  const { potentialCents } = fitPotential(world.spend, settings, isExposureKnown)!.predict(world.spend.firms);
  const mean = (isContacted: boolean) => {
    const logs = world.rows.flatMap((row, i) =>
      row.isContacted === isContacted ? [Math.log(potentialCents[i]!) - row.truth] : [],
    );
    return logs.reduce((sum, value) => sum + value, 0) / logs.length;
  };
  return Math.exp(Math.abs(mean(true) - mean(false))) - 1;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe("AT1.6: neglect is not taken for small demand", () => {
  it.each([
    ["that grows with contacts", (contacts: number) => 0.25 * Math.log1p(contacts)],
    ["that is the same from the first contact on", (contacts: number) => (contacts > 0 ? 0.4 : 0)],
  ])("the contacted and the never contacted differ by less than 5 %% with an effect %s", (_, effectOf) => {
    const worlds = seeds.map((seed) => neglectedWorld(seed, effectOf));
    const corrected = median(worlds.map((world) => groupDifference(world, true)));
    const uncorrected = median(worlds.map((world) => groupDifference(world, false)));
    expect(corrected).toBeLessThan(0.05);
    expect(uncorrected).toBeGreaterThan(0.15);
  });
});
