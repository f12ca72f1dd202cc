/** open: its review lies ahead; due: within 30 days; overdue: past; reviewed: looked at and nothing planned. No zod here. */
export const decisionStates = ["open", "due", "overdue", "reviewed"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** What a review concludes. */
export const decisionVerdicts = ["keep", "change", "stop"] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

/** What an expected effect is counted in. */
export const effectUnits = [
  "resultCentsPerYear",
  "contributionCentsPerYear",
  "minutesPerYear",
  "customers",
] as const;
export type EffectUnit = (typeof effectUnits)[number];

/** Where an expectation comes from. */
export const effectSources = ["simulation", "doublingTest", "optimiser", "own"] as const;
export type EffectSource = (typeof effectSources)[number];
