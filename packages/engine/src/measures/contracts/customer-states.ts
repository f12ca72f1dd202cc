/** Values of the columns that tell a state. */
export const rhythmStates = ["active", "slowing", "dormant", "lost", "neverBought", "rhythmUnclear"] as const;
export type RhythmState = (typeof rhythmStates)[number];
export const sizeClasses = ["small", "large", "sizeUnclear"] as const;
export type SizeClass = (typeof sizeClasses)[number];
