import { describe, expect, it } from "vitest";
import { type BundleFigures, type GenerateBundlesOptions, generateBundles } from "./generate-bundles.ts";

/** L5a gives and costs; L3a takes and earns; L4b and L4a earn 30 + 20, together 20 less. */
function value(options: readonly string[]): BundleFigures {
  const has = (code: string) => options.includes(code);
  const earned =
    (has("L5a") ? -10 : 0) + (has("L3a") ? 100 : 0) + (has("L4b") ? 30 : 0) + (has("L4a") ? 20 : 0);
  return {
    contributionCents: earned - (has("L4a") && has("L4b") ? 20 : 0),
    roleMinutes: [100 + (has("L4b") ? 50 : 0)],
    budgetCents: has("L5a") ? 10 : 0,
    contactPressure: 0,
    giveTakeCents: (has("L5a") ? 60 : 0) - (has("L3a") ? 50 : 0),
    fixedCostKeys: [],
  };
}

const asked = (change: Partial<GenerateBundlesOptions> = {}): GenerateBundlesOptions => ({
  segment: "small",
  options: ["L3a", "L3b", "L4a", "L4b", "L5a", "L6a"],
  always: [],
  value,
  expected: value,
  effort: 1_000,
  coherent: (options) => !options.includes("L3a") || options.includes("L5a"),
  contradicts: (a, b) => a === "L3a" && b === "L3b",
  seeds: [],
  fixedShareCents: () => 0,
  giveTakeMinCents: 0,
  affordable: () => true,
  keep: 40,
  pause: async () => {},
  ...change,
});
const named = (bundles: readonly { readonly options: readonly string[] }[]) =>
  bundles.map(({ options }) => options.join("+"));

describe("generateBundles", () => {
  it("has the empty bundle first and finds the best one", async () => {
    const bundles = await generateBundles(asked());
    expect(bundles[0]?.options).toEqual([]);
    // Surcharge 100 with the free path −10 and inside sales 30: 120.
    const best = bundles.reduce((a, b) => (b.contributionCents > a.contributionCents ? b : a));
    expect(best).toMatchObject({ options: ["L3a", "L4b", "L5a"], contributionCents: 120 });
  });

  it("never keeps a take without a give, nor two options that contradict each other", async () => {
    const bundles = named(await generateBundles(asked()));
    expect(bundles).not.toContain("L3a");
    expect(bundles.some((name) => name.includes("L3a") && !name.includes("L5a"))).toBe(false);
    expect(bundles.some((name) => name.includes("L3a") && name.includes("L3b"))).toBe(false);
  });

  it("keeps the interaction: 30 and 20 alone are 30 together", async () => {
    const bundles = await generateBundles(asked());
    const both = bundles.find(({ options }) => options.join("+") === "L4a+L4b");
    // Together they earn what L4b earns alone with the same minutes: the smaller set stays.
    expect(both).toBeUndefined();
    const alone = await generateBundles(asked({ seeds: [["L4a", "L4b"]] }));
    expect(alone.find(({ options }) => options.join("+") === "L4a+L4b")).toMatchObject({
      contributionCents: 30,
      sumOfSinglesCents: 50,
    });
  });

  it("puts what has to be in into every bundle but the empty one", async () => {
    const bundles = await generateBundles(asked({ always: ["L6a"] }));
    expect(bundles.length).toBeGreaterThan(3);
    for (const { options } of bundles.slice(1)) expect(options).toContain("L6a");
  });

  it("keeps no more than wanted", async () => {
    expect(await generateBundles(asked({ keep: 5 }))).toHaveLength(5);
  });

  it("stops when the run is cancelled", async () => {
    const pause = () => Promise.reject(new Error("cancelled"));
    await expect(generateBundles(asked({ pause }))).rejects.toThrow("cancelled");
  });
});
