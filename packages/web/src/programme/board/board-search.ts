import type { Lever } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { levers } from "@kleinod/engine/programme/contracts/option-contract.ts";

/** What the address of the board says, beside the plan. */
export const boardSearchKeys = ["view", "edit", "segments", "levers", "activate", "version"] as const;
export type BoardSearch = { readonly [key in (typeof boardSearchKeys)[number]]?: string | undefined };

export const boardViews = ["findings", "ledger", "timeline", "matrix"] as const;
export type BoardView = (typeof boardViews)[number];
export const viewOf = ({ view }: BoardSearch): BoardView =>
  boardViews.find((known) => known === view) ?? "findings";

/** What the drawer shows: an option that the plan has, or a new one of a lever for a segment. */
export type Editing =
  | { readonly kind: "old"; readonly index: number }
  | { readonly kind: "new"; readonly lever: Lever; readonly segment: string };

/** `3` is the fourth option of the plan; `L3~small` a new one of lever three for every small customer. */
export function editingOf(text: string | undefined): Editing | null {
  if (text === undefined) return null;
  if (/^\d{1,3}$/.test(text)) return { kind: "old", index: Number(text) };
  const lever = levers.find((known) => text.startsWith(`${known}~`));
  return lever === undefined ? null : { kind: "new", lever, segment: text.slice(lever.length + 1) };
}

export const editText = (editing: Editing): string =>
  editing.kind === "old" ? String(editing.index) : `${editing.lever}~${editing.segment}`;

/** `L3-L5`: only findings between these two levers. */
export function leverPairOf(text: string | undefined): readonly [Lever, Lever] | null {
  const [first, second] = (text ?? "").split("-").map((code) => levers.find((known) => known === code));
  return first === undefined || second === undefined ? null : [first, second];
}
