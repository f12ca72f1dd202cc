import { expect, it } from "vitest";
import { fitBgBb } from "../bg-bb/fit.ts";
import { summarizeOpportunities } from "./summarize-opportunities.ts";

const log = {
  customer: ["B", "A", "A", "A", "B", "A", "C", "A"],
  time: [
    "2021-03-31",
    "2021-01-31",
    "2021-01-02",
    "2021-02-01",
    "2021-04-01",
    "2021-04-30",
    "2021-06-01",
    "2021-04-02",
  ],
};

it("counts calendar months with a purchase after the month of the first", () => {
  const summary = summarizeOpportunities(log, { period: "month", end: "2021-05-31" });
  expect(summary.customer).toEqual(["B", "A"]);
  // B: first in March, then April, of April and May. A: first in January, then February and April, of February to May.
  expect([...summary.frequency]).toEqual([1, 2]);
  expect([...summary.recency]).toEqual([1, 3]);
  expect([...summary.opportunities]).toEqual([2, 4]);
  expect(summary).toMatchObject({ rows: 8, rowsAfterEnd: 1 });
  expect(fitBgBb(summary).customers).toBe(2);
});

it("counts years, weeks from Monday on, and periods of any length", () => {
  // 2021-03-28 was a Sunday.
  const days = { customer: [1, 1, 2, 1], time: ["2021-03-28", "2021-03-29", "2021-04-04", "2022-01-01"] };
  const weeks = summarizeOpportunities(
    { customer: [1, 1, 2], time: days.time.slice(0, 3) },
    { period: "week" },
  );
  expect([...weeks.frequency]).toEqual([1, 0]);
  expect([...weeks.opportunities]).toEqual([1, 0]);
  const years = summarizeOpportunities(days, { period: "year" });
  expect([...years.frequency]).toEqual([1, 0]);
  expect([...years.opportunities]).toEqual([1, 1]);
  const tens = summarizeOpportunities({ customer: [1, 1, 1], time: [-1, 0, 25] }, { period: 10, end: 39 });
  // Day −1 lies in period −1, day 0 in 0, day 25 in 2, day 39 in 3.
  expect([tens.frequency[0], tens.recency[0], tens.opportunities[0]]).toEqual([2, 3, 4]);
});

it("gives an empty table for an empty log, and refuses what is no period", () => {
  expect(summarizeOpportunities({ customer: [], time: [] }, { period: "year" }).customer).toEqual([]);
  expect(() => summarizeOpportunities(log, { period: 0.5 })).toThrow(
    "period is 0.5; expected week, month, year or a whole number of days from 1",
  );
});
