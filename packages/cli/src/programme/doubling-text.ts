import { exactMoneyText, numberText, roundMoneyText } from "@kleinod/engine/figure-text.ts";
import type { DoublingReport, GoalSeek } from "@kleinod/engine/programme/doubling/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

type Difference = DoublingReport["difference"][number];
type Segment = DoublingReport["segments"][number];
type Point = DoublingReport["curve"][number];

/** Numbers of customers that a reader of a terminal wants to see. */
const shownRatios = [0.5, 1.2, 1.5, 2, 3, 5, 10, 20];

/** The report in words: verdict, reasons, today against plan, other numbers, segments, what would have to be true. */
export function doublingText(report: DoublingReport, io: Io): string {
  const { today, plan } = report;
  const exact = (cents: number) => io.text(exactMoneyText(cents, report.currency));
  const rough = (cents: number) => io.text(roundMoneyText(cents, report.currency));
  const right = <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
    title: io.text({ de, en }),
    value,
    align: "right",
  });
  const left = <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
    title: io.text({ de, en }),
    value,
  });
  const planColumn = <Row>(value: (row: Row) => string): TableColumn<Row>[] =>
    plan === null ? [] : [right<Row>("Plan", "Plan", value)];
  const todayParts: Difference[] = today.parts.map(({ part, label, cents }) => ({
    part,
    label,
    todayCents: cents,
    planCents: cents,
    changeCents: 0,
  }));
  const parts = tableText(
    [
      left<Difference>("Je neuen Kunden und Jahr", "Per new customer and year", ({ label }) =>
        io.text(label),
      ),
      right<Difference>("Heute", "Today", ({ todayCents }) => exact(todayCents)),
      ...planColumn<Difference>(({ planCents }) => exact(planCents)),
    ],
    plan === null ? todayParts : report.difference,
  );
  const curve = tableText(
    [
      right<Point>("Kunden", "Customers", ({ customers }) => formatCount(customers, io.language)),
      right<Point>("Heute im Jahr", "Today a year", (point) => rough(point.today.resultCents)),
      ...planColumn<Point>((point) => rough(point.plan?.resultCents ?? 0)),
    ],
    report.curve.filter(({ ratio }) => shownRatios.includes(ratio)),
  );
  const segments = tableText(
    [
      left<Segment>("Segment", "Segment", ({ name }) => name),
      right<Segment>("Kunden", "Customers", ({ customers }) => formatCount(customers, io.language)),
      right<Segment>("Heute im Jahr", "Today a year", (segment) => rough(segment.today.yearlyResultCents)),
      ...planColumn<Segment>((segment) => rough(segment.plan?.yearlyResultCents ?? 0)),
    ],
    report.segments,
  );
  const sought = report.whatWouldHaveToBeTrue.plan ?? report.whatWouldHaveToBeTrue.today;
  const goals = tableText(
    [
      left<GoalSeek>("Damit es null ergibt", "For a result of zero", ({ label }) => io.text(label)),
      right<GoalSeek>("Heute", "Today", (goal) => valueText(goal.today, goal, exact, io)),
      right<GoalSeek>("Nötig", "Needed", (goal) => valueText(goal.needed ?? goal.today, goal, exact, io)),
    ],
    sought.filter(({ isReachable }) => isReachable),
  );
  const unreachable = sought.filter(({ isReachable }) => !isReachable).map(({ label }) => io.text(label));
  const option = io.text({
    de: "Beitrag von Kunden, die gross werden (nicht eingerechnet)",
    en: "Contribution of customers that become large (not included)",
  });
  return [
    io.text(report.sentence),
    "",
    ...report.because.map((sentence) => io.text(sentence)),
    "",
    parts,
    "",
    curve,
    ...(report.segments.length === 0 ? [] : ["", segments]),
    "",
    goals,
    ...(unreachable.length === 0
      ? []
      : [`${io.text({ de: "Allein reicht nicht", en: "Not enough alone" })}: ${unreachable.join(", ")}`]),
    "",
    `${option}: ${exact(report.growthOptionCents)}`,
    ...report.unclear.map(({ text }) => `! ${io.text(text)}`),
  ].join("\n");
}

function valueText(value: number, { unit }: GoalSeek, money: (cents: number) => string, io: Io): string {
  if (unit === "cents") return money(value);
  if (unit === "ratio") return formatPercent(value, io.language);
  return unit === "years" ? io.text(numberText(value, 1, 1)) : formatCount(value, io.language);
}
