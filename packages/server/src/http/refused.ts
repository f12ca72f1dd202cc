import type { Refused } from "@kleinod/data/workspace/refused.ts";
import type { Context } from "hono";
import { ApiProblem, type ProblemCode, problems } from "../errors.ts";

/** The language a refusal is told in: the one that the client asks for first. */
export function languageOf(c: Context): "de" | "en" {
  return /^\s*de\b/i.test(c.req.header("accept-language") ?? "") ? "de" : "en";
}

/** Gives the value on, or turns what the domain declined into a problem; codes that have no status of their own are 422. */
export function orProblem<Value extends object>(value: Value | Refused, c: Context): Exclude<Value, Refused> {
  if (!isRefused(value)) return value as Exclude<Value, Refused>;
  const language = languageOf(c);
  const issues = value.issues?.map(({ code, place, message }) => ({
    code,
    place,
    detail: message[language],
  }));
  throw new ApiProblem(codeOf(value.code), value.message[language], issues);
}

function isRefused(value: object): value is Refused {
  return "ok" in value && value.ok === false && "message" in value;
}

function codeOf(code: string): ProblemCode {
  return Object.hasOwn(problems, code) ? (code as ProblemCode) : "valueNotAllowed";
}
