import type { DuckDBConnection } from "@duckdb/node-api";
import { businessMinutes, businessMinutesSql } from "@kleinod/engine/segments/promises/business-minutes.ts";
import { defaultPromises } from "@kleinod/engine/segments/promises/default-promises-contract.ts";
import { judgeCase } from "@kleinod/engine/segments/promises/judge-case.ts";
import type { BusinessHours } from "@kleinod/engine/segments/promises/promise-contract.ts";
import { promisesSql } from "@kleinod/engine/segments/promises/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { describe, expect, it } from "vitest";
import { all, literal, runEach } from "../duckdb/connect.ts";
import { seeded } from "../measures/test-base.ts";
import { testRelations } from "../measures/test-relations.ts";

const calendars: BusinessHours[] = [
  { weekdays: [1, 2, 3, 4, 5], opensAt: "08:00", closesAt: "17:00", holidays: ["2025-08-01", "2025-12-25"] },
  { weekdays: [2, 3, 6], opensAt: "09:30", closesAt: "12:15", holidays: ["2025-03-04", "2025-03-09"] },
  { weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: "00:00", closesAt: "23:59", holidays: [] },
];

function randomMoment(random: () => number): string {
  const day = new Date(Date.UTC(2024, 10, 1) + Math.floor(random() * 420) * 86_400_000);
  const time = random() < 0.25 ? "00:00" : new Date(random() * 86_400_000).toISOString().slice(11, 16);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}

const timestamp = (moment: string | null) =>
  moment === null ? "NULL::TIMESTAMP" : `TIMESTAMP '${moment}:00'`;

describe("business minutes in SQL", () => {
  it.each(calendars.map((hours, index) => [index, hours] as const))(
    "are those of the plain code (calendar %i)",
    async (_index, hours) => {
      const random = seeded(11);
      const pairs = Array.from({ length: 400 }, () => [randomMoment(random), randomMoment(random)] as const);
      const connection = await testRelations([]);
      const values = pairs.map(([a, b], index) => `(${index}, ${timestamp(a)}, ${timestamp(b)})`);
      const rows = await all<{ minutes: number }>(
        connection,
        `SELECT ${businessMinutesSql(hours, "a", "b")} AS minutes
        FROM (VALUES ${values.join(", ")}) v(n, a, b) ORDER BY n`,
      );
      expect(rows.map(({ minutes }) => Number(minutes))).toEqual(
        pairs.map(([a, b]) => businessMinutes(hours, a, b)),
      );
    },
  );
});

interface TestCase {
  readonly customer: number | null;
  readonly source: string;
  readonly openedAt: string | null;
  readonly respondedAt: string | null;
  readonly closedAt: string | null;
  readonly isPromiseKept: boolean | null;
}

async function storeWith(cases: readonly TestCase[]): Promise<DuckDBConnection> {
  const connection = await testRelations([]);
  await connection.run("CREATE TABLE m_responsibility (customer_id BIGINT, service_category VARCHAR)");
  await connection.run(
    "INSERT INTO m_responsibility VALUES (1, 'small'), (2, 'large'), (3, 'throughPartner')",
  );
  const rows = cases.map((one, index) => {
    const opened = timestamp(one.openedAt);
    const day = one.openedAt ?? one.closedAt ?? "2025-06-02T00:00";
    return `(${literal(one.source)}, 'C${index}', ${opened}, ${timestamp(one.respondedAt)}, ${timestamp(one.closedAt)},
      DATE '${day.slice(0, 10)}', ${one.isPromiseKept ?? "NULL"}, ${one.customer ?? "NULL"})`;
  });
  await connection.run(`INSERT INTO service_case_current (source, case_number, opened_at, responded_at, closed_at, case_date,
    is_promise_kept, customer_id) VALUES ${rows.join(", ")}`);
  return connection;
}

const asOf = "2025-11-20" as PlainDate;
const hours = calendars[0]!;
const input = {
  previousFrom: "2023-11-20" as PlainDate,
  from: "2024-11-20" as PlainDate,
  asOf,
  promises: defaultPromises,
  hours,
};

describe("promises", () => {
  it("are judged by SQL as by the plain code, case by case", async () => {
    const random = seeded(5);
    const maybe = (chance: number) => (random() < chance ? randomMoment(random) : null);
    const cases = Array.from({ length: 600 }, (): TestCase => {
      const openedAt = random() < 0.95 ? randomMoment(random) : null;
      const soon =
        openedAt === null || openedAt.endsWith("00:00")
          ? openedAt
          : new Date(Date.parse(`${openedAt}:00Z`) + random() * 9 * 3_600_000).toISOString().slice(0, 16);
      return {
        customer: [1, 2, 3, null][Math.floor(random() * 4)] ?? null,
        source: random() < 0.8 ? "desk" : "mute",
        openedAt,
        respondedAt: random() < 0.5 ? soon : maybe(0.3),
        closedAt: maybe(0.4),
        isPromiseKept: random() < 0.2 ? random() < 0.5 : null,
      };
    }).map((one) => (one.source === "mute" ? { ...one, respondedAt: null, closedAt: null } : one));
    const connection = await storeWith(cases);
    await runEach(connection, promisesSql(input));
    const counted = await all<Record<string, number | string | null>>(
      connection,
      `SELECT category, sum(kept)::BIGINT AS kept, sum(broken)::BIGINT AS broken, sum(unclear)::BIGINT AS unclear,
        sum(pending)::BIGINT AS pending
      FROM m_promise_week WHERE category IS NOT NULL GROUP BY category ORDER BY category`,
    );
    const codes = ["", "small", "large", "throughPartner"];
    const expected = ["large", "small", "throughPartner"].map((category) => {
      const minutes = defaultPromises.find(({ code }) => code === category)!.answerMinutes;
      const verdicts = cases
        .filter(({ customer }) => customer !== null && codes[customer] === category)
        .filter((one) => {
          const day = (one.openedAt ?? one.closedAt ?? "2025-06-02").slice(0, 10);
          return day > input.previousFrom && day <= asOf;
        })
        .map((one) =>
          judgeCase(
            {
              openedAt: one.openedAt,
              answeredAt: one.respondedAt ?? one.closedAt,
              isPromiseKept: one.isPromiseKept,
              knowsAnswers: one.source === "desk",
            },
            minutes,
            hours,
            "2025-11-21T00:00",
          ),
        );
      const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
      return {
        category,
        kept: count("kept"),
        broken: count("broken"),
        unclear: count("unclear"),
        pending: count("pending"),
      };
    });
    expect(counted).toEqual(expected);
    // The comparison means something only when every verdict occurs.
    for (const verdict of ["kept", "broken", "unclear"] as const) {
      expect(expected.reduce((sum, row) => sum + row[verdict], 0)).toBeGreaterThan(10);
    }
  });

  it("count an overdue open case as broken, one that is not due yet as pending, and nothing for a mute source", async () => {
    const open = { customer: 1, respondedAt: null, closedAt: null, isPromiseKept: null } as const;
    const connection = await storeWith([
      // Wednesday 10:00, not answered by Thursday evening: 7 h + 9 h > 4 h
      { ...open, source: "desk", openedAt: "2025-11-19T10:00" },
      // Thursday 16:00: one hour of business time until the end of the data
      { ...open, source: "desk", openedAt: "2025-11-20T16:00" },
      { ...open, source: "mute", openedAt: "2025-11-19T10:00" },
      // Opened and answered on the same day, but the file gives the day only: 0 to 9 hours
      {
        ...open,
        source: "desk",
        openedAt: "2025-11-18T00:00",
        closedAt: "2025-11-18T00:00",
      },
      // Day only, three days later: at least two whole days
      {
        ...open,
        source: "desk",
        openedAt: "2025-11-10T00:00",
        closedAt: "2025-11-13T00:00",
      },
    ]);
    await runEach(connection, promisesSql(input));
    const rows = await all(
      connection,
      `SELECT sum(kept)::BIGINT AS kept, sum(broken)::BIGINT AS broken, sum(unclear)::BIGINT AS unclear,
        sum(pending)::BIGINT AS pending FROM m_promise_week`,
    );
    expect(rows).toEqual([{ kept: 0, broken: 2, unclear: 2, pending: 1 }]);
  });
});
