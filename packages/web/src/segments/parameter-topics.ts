import type { Parameter } from "../api/types.ts";

/** Topics in the order of the page, with what the codes of their parameters begin with. */
const prefixes = {
  company: ["company."],
  size: ["size."],
  rhythm: ["rhythm."],
  costs: ["margin.", "costToServe.", "lifetime.", "contracts.", "economics.", "people."],
  need: ["needs.", "potential.", "serviceForm."],
  triangle: ["triangle.", "demand."],
  responsibility: ["responsibility.", "promises", "business.", "leak.", "attention.", "mismatch."],
  segments: ["segments.", "insights."],
  programme: ["programme."],
  data: [""],
} as const;
export type ParameterTopic = keyof typeof prefixes;
const topics = Object.keys(prefixes) as ParameterTopic[];

/** The first topic whose prefix fits; what fits none is about data. */
export function topicOf(code: string): ParameterTopic {
  return topics.find((topic) => prefixes[topic].some((prefix) => code.startsWith(prefix))) ?? "data";
}

/** Parameters by topic; topics without any are left out. */
export function parameterTopics(
  parameters: readonly Parameter[],
): { topic: ParameterTopic; parameters: readonly Parameter[] }[] {
  return topics
    .map((topic) => ({ topic, parameters: parameters.filter(({ code }) => topicOf(code) === topic) }))
    .filter((group) => group.parameters.length > 0);
}
