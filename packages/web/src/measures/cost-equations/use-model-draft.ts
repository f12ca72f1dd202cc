import { useSessionStorage } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import type { Parameter, Space } from "../../api/types.ts";

/** Changes to a list parameter that are not saved yet. They outlive leaving the page. */
export interface ModelDraft<Item> {
  /** What is shown: the list with its changes. */
  readonly items: readonly Item[];
  /** Codes of items that differ from what holds. */
  readonly changed: ReadonlySet<string>;
  readonly replace: (item: Item) => void;
  readonly replaceAll: (items: readonly Item[]) => void;
  readonly discard: () => void;
}

interface Stored<Item> {
  /** Version that was changed; a draft of another one is not shown. */
  readonly version: number;
  readonly items: readonly Item[];
}

/** The draft of a parameter whose value is a list of things with a code. */
export function useModelDraft<Item extends { readonly code: string }>(
  space: Space,
  parameter: Parameter,
): ModelDraft<Item> {
  const holding = useMemo(() => itemsOf<Item>(parameter.value), [parameter.value]);
  const [stored, setStored, removeStored] = useSessionStorage<Stored<Item> | null>({
    key: `kleinod.draft.${space}.${parameter.code}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const isOurs = stored !== null && stored !== undefined && stored.version === parameter.version;
  const items = isOurs ? stored.items : holding;
  const changed = useMemo(() => changedCodes(holding, items), [holding, items]);
  const replaceAll = useCallback(
    (next: readonly Item[]) => {
      if (changedCodes(holding, next).size === 0) removeStored();
      else setStored({ version: parameter.version, items: next });
    },
    [holding, parameter.version, removeStored, setStored],
  );
  const replace = useCallback(
    (item: Item) => replaceAll(items.map((one) => (one.code === item.code ? item : one))),
    [items, replaceAll],
  );
  return { items, changed, replace, replaceAll, discard: removeStored };
}

function itemsOf<Item>(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value : [];
}

/** Codes whose item is another one, new or gone. */
export function changedCodes<Item extends { readonly code: string }>(
  before: readonly Item[],
  after: readonly Item[],
): ReadonlySet<string> {
  const old = new Map(before.map((item) => [item.code, JSON.stringify(item)]));
  const changed = new Set<string>();
  for (const item of after) {
    if (old.get(item.code) !== JSON.stringify(item)) changed.add(item.code);
    old.delete(item.code);
  }
  for (const code of old.keys()) changed.add(code);
  return changed;
}
