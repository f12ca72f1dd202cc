import { describe, expect, it } from "vitest";
import { type LeverPlan, planSchema } from "../contracts/plan-contract.ts";
import { leverOption, leverOptions } from "../lever-options.ts";
import { checkParams } from "./check-params.ts";
import { completePlan, openDecisions } from "./complete-plan.ts";
import { planTemplate } from "./plan-template.ts";

const surroundings = { segments: ["craftsmen"], asOf: "2026-06-30" };
const fee = { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web"] };
const surcharge = { option: "L3a", segment: "small", from: "2026-09-01", params: fee };
const plan = (...assignments: LeverPlan["assignments"]): LeverPlan => ({
  name: "Try",
  snapshot: "latest",
  assignments,
});
const found = (of: LeverPlan) =>
  checkParams(of, surroundings).refusals.map(({ code, place }) => [code, place]);

describe("what a plan may say", () => {
  it("lets a right plan through", () => {
    expect(checkParams(plan(surcharge), surroundings)).toEqual({ refusals: [], notes: [] });
  });

  it("names the thing, the value, the range and the place", () => {
    const wrong = plan(surcharge, {
      ...surcharge,
      segment: "craftsmen",
      params: { ...fee, feeCents: 20_000 },
    });
    expect(checkParams(wrong, surroundings).refusals).toEqual([
      {
        code: "paramNotAllowed",
        place: "assignments[1].params.feeCents",
        message: {
          de: "assignments[1].params.feeCents: «Zuschlag je Bestellung» ist 20000; erlaubt ist eine ganze Zahl von 0 bis 10000.",
          en: 'assignments[1].params.feeCents: "Surcharge per order" is 20000; allowed is a whole number from 0 to 10000.',
        },
      },
    ]);
  });

  it.each([
    ["an unknown option", { option: "L9z" }, ["unknownOption", "assignments[0].option"]],
    ["a segment that vanished", { segment: "gone" }, ["unknownSegment", "assignments[0].segment"]],
    [
      "a decision that is missing",
      { params: { thresholdCents: 1, feeCents: 1, exemptChannels: [] } },
      ["paramNotAllowed", "assignments[0].params.thresholdCents"],
    ],
    [
      "an unknown decision",
      { params: { ...fee, colour: 1 } },
      ["unknownParam", "assignments[0].params.colour"],
    ],
    [
      "part of a cent",
      { params: { ...fee, feeCents: 0.5 } },
      ["paramNotAllowed", "assignments[0].params.feeCents"],
    ],
    [
      "a channel that does not exist",
      { params: { ...fee, exemptChannels: ["pigeon"] } },
      ["paramNotAllowed", "assignments[0].params.exemptChannels"],
    ],
    ["a day that does not exist", { from: "2026-02-30" }, ["dayInvalid", "assignments[0].from"]],
    ["a review before the start", { review: "2026-08-01" }, ["reviewBeforeStart", "assignments[0].review"]],
  ])("refuses %s", (_name, change, expected) => {
    expect(found(plan({ ...surcharge, ...change }))).toEqual([expected]);
  });

  it("takes the usual value of a decision that is left open, and says so", () => {
    const { feeCents: _left, ...rest } = fee;
    const open = plan({ ...surcharge, params: rest });
    expect(found(open)).toEqual([]);
    expect(openDecisions(open).map(({ code, place }) => [code, place])).toEqual([
      ["usualParam", "assignments[0].params.feeCents"],
    ]);
    const usual = leverOption("L3a")?.params.find(({ name }) => name === "feeCents")?.default;
    expect(completePlan(open).assignments[0]?.params).toEqual({ ...rest, feeCents: usual });
    expect(completePlan(plan(surcharge))).toEqual(plan(surcharge));
  });

  it("refuses two choices of one option for the same customers, not for others", () => {
    const other = { ...surcharge, segment: "craftsmen" };
    expect(found(plan(surcharge, other))).toEqual([]);
    expect(found(plan(surcharge, other, surcharge))).toEqual([["contradictoryChoice", "assignments[2]"]]);
  });

  it("refuses assumptions that nobody knows or that lie outside", () => {
    const source = "expert" as const;
    const assumptions = {
      "L3a.happinessRatio": { low: 0, mid: 0, high: 0, source },
      "L3a.leaveRatio": { low: 0, mid: 0.5, high: 1.2, source },
    };
    expect(found({ ...plan(surcharge), assumptions })).toEqual([
      ["unknownAssumption", 'assumptions["L3a.happinessRatio"]'],
      ["assumptionOutOfRange", 'assumptions["L3a.leaveRatio"]'],
    ]);
  });

  it("takes a start before the data and says what that means", () => {
    const { refusals, notes } = checkParams(plan({ ...surcharge, from: "2026-01-01" }), surroundings);
    expect(refusals).toEqual([]);
    expect(notes.map(({ code, place }) => [code, place])).toEqual([
      ["startsBeforeData", "assignments[0].from"],
    ]);
  });

  it.each(leverOptions.map((option) => [option.code, option] as const))(
    "takes both ends of every range of %s and nothing beyond",
    (code, { params }) => {
      const usual = Object.fromEntries(params.map((param) => [param.name, param.default]));
      const refusedWith = (name: string, value: number) =>
        found(
          planSchema.parse({
            ...plan(),
            assignments: [{ ...surcharge, option: code, params: { ...usual, [name]: value } }],
          }),
        );
      for (const { name, min, max } of params) {
        if (min === undefined || max === undefined) continue;
        for (const end of [min, max]) expect(refusedWith(name, end)).toEqual([]);
        for (const beyond of [min - 1, max + 1])
          expect(refusedWith(name, beyond)).toEqual([["paramNotAllowed", `assignments[0].params.${name}`]]);
      }
    },
  );

  it("finds all problems at once", () => {
    expect(found(plan({ ...surcharge, option: "L9z", segment: "gone", from: "2026-13-01" }))).toHaveLength(3);
  });
});

describe("the template of a plan", () => {
  it("is a valid plan with usual decisions from the months after the data", () => {
    const template = planTemplate({ snapshot: "latest", asOf: "2026-11-20" });
    expect(planSchema.parse(template)).toEqual(template);
    expect(checkParams(template, surroundings)).toEqual({ refusals: [], notes: [] });
    expect(template.assignments.map(({ option, from }) => [option, from])).toEqual([
      ["L6c", "2026-12-01"],
      ["L5a", "2026-12-01"],
      ["L4b", "2027-01-01"],
      ["L4a", "2027-03-01"],
      ["L4e", "2027-03-01"],
    ]);
  });
});
