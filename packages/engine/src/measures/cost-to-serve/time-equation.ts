import type { Text } from "../measure-contract.ts";
import { type CostEvent, type Driver, driversOf } from "./drivers-contract.ts";

/** Minutes of one event as a constant and so many minutes per driver, in thousandths of a minute. */
export interface TimeEquation {
  readonly constantMilli: number;
  readonly terms: readonly { readonly driver: Driver; readonly milli: number }[];
}

export type ParsedEquation =
  | { readonly ok: true; readonly equation: TimeEquation }
  | {
      readonly ok: false;
      readonly reason: "unknownDriver" | "syntax" | "negative";
      /** Counted from 1. */
      readonly position: number;
      readonly message: Text;
    };

/** What a driver is for one event: a count, a weight, or 1 for yes. Missing: not known. */
export type DriverValues = Readonly<Record<string, number | null | undefined>>;

const number = String.raw`\d+(?:[.,]\d+)?`;
const name = "[A-Za-z][A-Za-z ]*";
const shapes = {
  flag: new RegExp(`^(${number})?\\s*\\[\\s*(${name}?)\\s*\\]$`),
  times: new RegExp(`^(${number})\\s*[*·×]\\s*(${name})$`),
  timesBack: new RegExp(`^(${name}?)\\s*[*·×]\\s*(${number})$`),
  constant: new RegExp(`^(${number})$`),
  driver: new RegExp(`^(${name})$`),
};

/**
 * Reads `5 + 3*lines + 15[newCustomer] + 10[expedited]`: sums of a constant, of minutes times a driver, and of minutes where a
 * yes-or-no driver holds. Minutes to the thousandth; comma or point; `·` and `×` for `*`. Nothing can go below zero.
 * Form of the equation: Kaplan & Anderson, Harvard Business Review, November 2004.
 */
export function parseTimeEquation(text: string, event: CostEvent): ParsedEquation {
  const known = driversOf(event);
  let constantMilli = 0;
  const milliOf = new Map<Driver, number>();
  let position = 1;
  for (const part of text.split("+")) {
    const at = position + (part.length - part.trimStart().length);
    position += part.length + 1;
    const term = termOf(part.trim());
    if (term === null) return badSyntax(part.trim(), at);
    const milli = Math.round(term.minutes * 1000);
    if (Math.abs(milli - term.minutes * 1000) > 1e-6 || !Number.isSafeInteger(milli) || milli > 1e9) {
      return badNumber(part.trim(), at);
    }
    if (term.driver === null) {
      constantMilli += milli;
      continue;
    }
    const wanted = folded(term.driver);
    const driver = known.find((candidate) => folded(candidate.code) === wanted);
    if (driver === undefined) return unknownDriver(term.driver, at, known);
    if (term.isFlag && driver.unit !== "yesNo") return notAFlag(driver, at, known);
    milliOf.set(driver, (milliOf.get(driver) ?? 0) + milli);
  }
  const terms = [...milliOf].map(([driver, milli]) => ({ driver, milli }));
  return { ok: true, equation: { constantMilli, terms } };
}

/** Thousandths of a minute of one event. Counts below zero count as zero; an unknown one takes its usual value. */
export function milliminutesOf(equation: TimeEquation, values: DriverValues): number {
  let milli = equation.constantMilli;
  for (const term of equation.terms) {
    const value = Math.max(0, values[term.driver.code] ?? term.driver.ifUnknown);
    milli += Math.floor(term.milli * value + 0.5);
  }
  return milli;
}

/**
 * The same as a BIGINT expression of DuckDB.
 * @param columnOf expression of a driver; NULL where the driver is not known
 */
export function milliminutesSql(equation: TimeEquation, columnOf: (driver: Driver) => string): string {
  const terms = equation.terms.map(({ driver, milli }) => {
    const value = `greatest(0, coalesce(${columnOf(driver)}, ${driver.ifUnknown}))`;
    // Whole counts stay whole numbers; only weights need rounding.
    return driver.unit === "kg"
      ? `CAST(floor(CAST(${milli} AS DOUBLE) * ${value} + 0.5) AS BIGINT)`
      : `${milli} * CAST(${value} AS BIGINT)`;
  });
  return [`CAST(${equation.constantMilli} AS BIGINT)`, ...terms].join(" + ");
}

interface Term {
  readonly minutes: number;
  readonly driver: string | null;
  readonly isFlag: boolean;
}

function termOf(text: string): Term | null {
  const minutes = (digits: string | undefined) => Number((digits ?? "1").replace(",", "."));
  const flag = shapes.flag.exec(text);
  if (flag !== null) return { minutes: minutes(flag[1]), driver: flag[2]!, isFlag: true };
  const times = shapes.times.exec(text);
  if (times !== null) return { minutes: minutes(times[1]), driver: times[2]!, isFlag: false };
  const back = shapes.timesBack.exec(text);
  if (back !== null) return { minutes: minutes(back[2]), driver: back[1]!, isFlag: false };
  if (shapes.constant.test(text)) return { minutes: minutes(text), driver: null, isFlag: false };
  if (shapes.driver.test(text)) return { minutes: 1, driver: text, isFlag: false };
  return null;
}

/** "New customer" and "newCustomer" are the same driver. */
const folded = (driver: string) => driver.replaceAll(" ", "").toLowerCase();

const namesOf = (known: readonly Driver[], en: boolean) =>
  known.map((driver) => driver.code).join(", ") || (en ? "none" : "keine");

function unknownDriver(driver: string, position: number, known: readonly Driver[]): ParsedEquation {
  return {
    ok: false,
    reason: "unknownDriver",
    position,
    message: {
      de: `Den Treiber «${driver.trim()}» (Zeichen ${position}) gibt es hier nicht; erlaubt sind: ${namesOf(known, false)}.`,
      en: `There is no driver "${driver.trim()}" here (character ${position}); allowed are: ${namesOf(known, true)}.`,
    },
  };
}

function notAFlag(driver: Driver, position: number, known: readonly Driver[]): ParsedEquation {
  const flags = known.filter(({ unit }) => unit === "yesNo");
  return {
    ok: false,
    reason: "syntax",
    position,
    message: {
      de: `In eckigen Klammern stehen nur Ja-Nein-Treiber (${namesOf(flags, false)}); «${driver.code}» (Zeichen ${position}) ist eine Zahl: schreiben Sie 3*${driver.code}.`,
      en: `Square brackets hold yes-or-no drivers only (${namesOf(flags, true)}); "${driver.code}" (character ${position}) is a number: write 3*${driver.code}.`,
    },
  };
}

function badNumber(term: string, position: number): ParsedEquation {
  return {
    ok: false,
    reason: "syntax",
    position,
    message: {
      de: `«${term}» (Zeichen ${position}): Minuten stehen mit höchstens drei Stellen nach dem Komma und unter einer Million.`,
      en: `"${term}" (character ${position}): minutes have at most three decimals and stay below one million.`,
    },
  };
}

function badSyntax(term: string, position: number): ParsedEquation {
  if (term.includes("-") || term.includes("−")) {
    return {
      ok: false,
      reason: "negative",
      position,
      message: {
        de: `«${term}» (Zeichen ${position}): Minuten können nicht unter null sinken; erlaubt sind Summen mit +.`,
        en: `"${term}" (character ${position}): minutes cannot fall below zero; allowed are sums with +.`,
      },
    };
  }
  const shown = term === "" ? { de: "ein fehlender Teil", en: "a missing part" } : null;
  return {
    ok: false,
    reason: "syntax",
    position,
    message: {
      de: `${shown?.de ?? `«${term}»`} (Zeichen ${position}) ist nicht zu verstehen; erwartet wird etwa 5 + 3*lines + 15[newCustomer].`,
      en: `${shown?.en ?? `"${term}"`} (character ${position}) is not understood; expected is e.g. 5 + 3*lines + 15[newCustomer].`,
    },
  };
}
