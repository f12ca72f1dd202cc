import { driversOf } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import {
  milliminutesOf,
  milliminutesSql,
  parseTimeEquation,
} from "@kleinod/engine/measures/cost-to-serve/time-equation.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { one, openDuckDb } from "../duckdb/connect.ts";

const drivers = driversOf("delivery");
const equation = fc
  .tuple(fc.nat(100_000), fc.array(fc.tuple(fc.nat(50_000), fc.constantFrom(...drivers)), { maxLength: 5 }))
  .map(([constant, terms]) =>
    [constant / 1000, ...terms.map(([milli, { code }]) => `${milli / 1000} * ${code}`)].join(" + "),
  );
/** Counts are whole in the facts, weights are not; anything may be unknown, and bad files hold negative counts. */
const value = fc.record(
  Object.fromEntries(
    drivers.map(({ code, unit }) => [
      code,
      fc.option(
        unit === "kg"
          ? fc.double({ min: -10, max: 5_000, noNaN: true })
          : fc.integer({ min: -2, max: unit === "yesNo" ? 1 : 500 }),
      ),
    ]),
  ),
);

describe("a time equation", () => {
  it("gives the same thousandths of a minute in SQL as in code", async () => {
    const connection = await (await openDuckDb({ path: ":memory:", threads: 1 })).connect();
    await fc.assert(
      fc.asyncProperty(equation, value, async (text, values) => {
        const parsed = parseTimeEquation(text, "delivery");
        if (!parsed.ok) throw new Error(parsed.message.en);
        const sql = milliminutesSql(parsed.equation, ({ code, unit }) => {
          const given = values[code];
          const type = unit === "kg" ? "DOUBLE" : "INTEGER";
          return `CAST(${given === null || given === undefined ? "NULL" : `'${given}'`} AS ${type})`;
        });
        const { milli } = await one<{ milli: number }>(connection, `SELECT ${sql} AS milli`);
        expect(milli, text).toBe(milliminutesOf(parsed.equation, values));
      }),
      { seed: 5, numRuns: 300 },
    );
    connection.closeSync();
  });
});
