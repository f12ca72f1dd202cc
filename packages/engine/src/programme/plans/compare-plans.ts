import { numberText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import type { AssumptionValue } from "../contracts/assumption-contract.ts";
import { allSmall, type LeverPlan, type PlanAssignment } from "../contracts/plan-contract.ts";
import { leverOption, leverOptions } from "../lever-options.ts";
import type { PlanDifference } from "./plans-contract.ts";
import { valueWords } from "./value-words.ts";

/** What is another in plan `b` than in plan `a`: the head, then assignment by assignment, then assumptions. */
export function comparePlans(a: LeverPlan, b: LeverPlan): PlanDifference[] {
  const inB = new Map(b.assignments.map((assignment) => [keyOf(assignment), assignment]));
  const inA = new Set(a.assignments.map(keyOf));
  return [
    ...headDifferences(a, b),
    ...a.assignments.flatMap((before) => {
      const after = inB.get(keyOf(before));
      return after === undefined ? [presence("removed", before)] : assignmentDifferences(before, after);
    }),
    ...b.assignments.filter((one) => !inA.has(keyOf(one))).map((one) => presence("added", one)),
    ...assumptionDifferences(a, b),
  ];
}

/** An option stands at most once for a segment. */
const keyOf = ({ option, segment }: PlanAssignment) => `${option} ${segment}`;

function headDifferences(a: LeverPlan, b: LeverPlan): PlanDifference[] {
  return (["name", "snapshot"] as const).flatMap((kind) => {
    if (a[kind] === b[kind]) return [];
    const label = { name: { de: "Name", en: "Name" }, snapshot: { de: "Datenstand", en: "Snapshot" } }[kind];
    const sentence = {
      de: `${label.de}: «${a[kind]}» → «${b[kind]}».`,
      en: `${label.en}: "${a[kind]}" → "${b[kind]}".`,
    };
    return [{ kind, option: null, segment: null, name: null, a: a[kind], b: b[kind], sentence }];
  });
}

function presence(kind: "added" | "removed", assignment: PlanAssignment): PlanDifference {
  const who = titleOf(assignment);
  const { option, segment, from } = assignment;
  const sentence =
    kind === "added"
      ? { de: `${who.de} kommt dazu, ab ${from}.`, en: `${who.en} is added, from ${from}.` }
      : { de: `${who.de} fällt weg (war ab ${from}).`, en: `${who.en} goes (was from ${from}).` };
  const found = { kind, option, segment, name: null, sentence };
  return kind === "added" ? { ...found, a: null, b: assignment } : { ...found, a: assignment, b: null };
}

function titleOf({ option, segment }: Pick<PlanAssignment, "option" | "segment">): Text {
  const name = leverOption(option)?.name;
  const where =
    segment === allSmall
      ? { de: "alle kleinen Kunden", en: "all small customers" }
      : { de: `Segment «${segment}»`, en: `segment "${segment}"` };
  return {
    de: `${option}${name === undefined ? "" : ` ${name.de}`} (${where.de})`,
    en: `${option}${name === undefined ? "" : ` ${name.en}`} (${where.en})`,
  };
}

function assignmentDifferences(a: PlanAssignment, b: PlanAssignment): PlanDifference[] {
  const { option, segment } = a;
  const who = titleOf(a);
  const changed = (
    kind: PlanDifference["kind"],
    name: string | null,
    [before, after]: readonly [unknown, unknown],
    label: Text,
    words: readonly [Text, Text],
  ): PlanDifference => ({
    kind,
    option,
    segment,
    name,
    a: before ?? null,
    b: after ?? null,
    sentence: {
      de: `${who.de}: ${label.de} ${words[0].de} → ${words[1].de}.`,
      en: `${who.en}: ${label.en} ${words[0].en} → ${words[1].en}.`,
    },
  });
  const none = { de: "nicht festgelegt", en: "not set" };
  const day = (value: string | undefined) => (value === undefined ? none : { de: value, en: value });
  const differences: PlanDifference[] = [];
  if (a.from !== b.from)
    differences.push(
      changed("date", "from", [a.from, b.from], { de: "Beginn", en: "Start" }, [day(a.from), day(b.from)]),
    );
  if (a.review !== b.review)
    differences.push(
      changed("review", "review", [a.review, b.review], { de: "Überprüfung", en: "Review" }, [
        day(a.review),
        day(b.review),
      ]),
    );
  const params = leverOption(option)?.params ?? [];
  for (const name of new Set([...Object.keys(a.params), ...Object.keys(b.params)])) {
    const [before, after] = [a.params[name], b.params[name]];
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const param = params.find((one) => one.name === name);
    const words = (value: typeof before) => (value === undefined ? none : valueWords(param, value));
    const label = param?.label ?? { de: name, en: name };
    differences.push(changed("param", name, [before, after], label, [words(before), words(after)]));
  }
  return differences;
}

function assumptionDifferences(a: LeverPlan, b: LeverPlan): PlanDifference[] {
  const keys = new Set([...Object.keys(a.assumptions ?? {}), ...Object.keys(b.assumptions ?? {})]);
  return [...keys].flatMap((key) => {
    const [before, after] = [a.assumptions?.[key], b.assumptions?.[key]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const label = labelOfAssumption(key);
    const [from, to] = [spread(before), spread(after)];
    const sentence = {
      de: `Annahme ${label.de}: ${from.de} → ${to.de}.`,
      en: `Assumption ${label.en}: ${from.en} → ${to.en}.`,
    };
    const option = key.split(".")[0] ?? null;
    return [
      {
        kind: "assumption" as const,
        option,
        segment: null,
        name: key,
        a: before ?? null,
        b: after ?? null,
        sentence,
      },
    ];
  });
}

function labelOfAssumption(key: string): Text {
  const known = leverOptions.flatMap((option) => option.assumptions).find((one) => one.key === key);
  return { de: `${key} (${known?.label.de ?? "?"})`, en: `${key} (${known?.label.en ?? "?"})` };
}

function spread(value: AssumptionValue | undefined): Text {
  if (value === undefined) return { de: "die der Firma", en: "the company's own" };
  const { low, mid, high, source } = value;
  const sources = {
    assumption: { de: "Annahme", en: "assumption" },
    expert: { de: "Fachperson", en: "expert" },
    experiment: { de: "Versuch", en: "experiment" },
  }[source];
  const [from, usual, to] = [low, mid, high].map((number) => numberText(number, 4)) as [Text, Text, Text];
  return {
    de: `${usual.de} (${from.de} bis ${to.de}, ${sources.de})`,
    en: `${usual.en} (${from.en} to ${to.en}, ${sources.en})`,
  };
}
