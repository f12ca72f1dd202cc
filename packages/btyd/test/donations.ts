/**
 * 11,104 supporters of an organisation who first gave in 1995, and whether they gave in each of the six years 1996 to 2001: the 22
 * patterns of (number of years with a gift, the last of them) with the number of supporters behind each.
 *
 * Source: Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29(6)
 * 1086-1108; also distributed as `donations.csv` with the Python package lifetimes.
 */
const PATTERNS = [
  [0, 0, 3464],
  [1, 1, 1091],
  [1, 2, 277],
  [1, 3, 129],
  [1, 4, 78],
  [1, 5, 119],
  [1, 6, 129],
  [2, 2, 613],
  [2, 3, 255],
  [2, 4, 155],
  [2, 5, 173],
  [2, 6, 234],
  [3, 3, 322],
  [3, 4, 181],
  [3, 5, 225],
  [3, 6, 357],
  [4, 4, 240],
  [4, 5, 284],
  [4, 6, 512],
  [5, 5, 335],
  [5, 6, 728],
  [6, 6, 1203],
] as const;

export const donations = {
  frequency: PATTERNS.map(([x]) => x),
  recency: PATTERNS.map(([, last]) => last),
  opportunities: PATTERNS.map(() => 6),
  weight: PATTERNS.map(([, , supporters]) => supporters),
};
