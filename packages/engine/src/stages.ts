/**
 * The seven stages of the line, in order. The boundary lint, the CLI and the docs read them here and nowhere else.
 * A stage may read the contracts of earlier stages only.
 */
export const stages = ["import", "facts", "measures", "segments", "programme", "action", "learning"] as const;

export type Stage = (typeof stages)[number];
