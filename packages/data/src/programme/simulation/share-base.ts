import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";

/** The same base with its columns in shared memory, so that threads read them without a copy each. */
export function shareBase(base: PlanningBase): PlanningBase {
  return shared(base) as PlanningBase;
}

function shared(value: unknown): unknown {
  if (value instanceof Float64Array) {
    const column = new Float64Array(new SharedArrayBuffer(value.byteLength));
    column.set(value);
    return column;
  }
  if (value instanceof Uint32Array) {
    const column = new Uint32Array(new SharedArrayBuffer(value.byteLength));
    column.set(value);
    return column;
  }
  if (Array.isArray(value)) return value.map(shared);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shared(part)]));
}
