import { customerColumn, customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter, CustomerQuery } from "@kleinod/engine/measures/reports.ts";

/**
 * The explorer's state as it stands in the address. Filters are written as `column~operator~value`, several values with
 * `|`, several filters with `;`, e.g. `f=sizeClass~in~small;salesLast12Cents~ge~100000`.
 */
export interface ExplorerState {
  readonly search: string;
  readonly filters: readonly CustomerFilter[];
  /** Column code, with `-` in front for descending. */
  readonly sort: string;
  readonly columns: readonly string[];
}

export interface ExplorerSearch {
  q?: string | undefined;
  f?: string | undefined;
  sort?: string | undefined;
  columns?: string | undefined;
}

export const defaultSort = "-salesLast12Cents";
export const defaultColumns: readonly string[] = customerColumns
  .filter((column) => column.shownByDefault)
  .map((column) => column.code);

const operators = ["eq", "ne", "in", "ge", "le", "contains", "isNull", "notNull"] as const;
type Operator = CustomerFilter["op"];
const numberTypes = new Set(["cents", "count", "days", "ratio", "number"]);

export function readExplorer(search: ExplorerSearch): ExplorerState {
  const columns = (search.columns ?? "").split(",").filter((code) => customerColumn(code) !== null);
  const sort = search.sort ?? defaultSort;
  return {
    search: search.q ?? "",
    filters: parseFilters(search.f ?? ""),
    sort: customerColumn(sort.replace(/^-/, "")) === null ? defaultSort : sort,
    columns: columns.length === 0 ? defaultColumns : columns,
  };
}

/** What is as by default stays out of the address. */
export function writeExplorer(state: ExplorerState): ExplorerSearch {
  const result: ExplorerSearch = {};
  if (state.search !== "") result.q = state.search;
  if (state.filters.length > 0) result.f = formatFilters(state.filters);
  if (state.sort !== defaultSort) result.sort = state.sort;
  if (state.columns.join() !== defaultColumns.join()) result.columns = state.columns.join();
  return result;
}

/** The query that the server answers; `limit` and `offset` are the caller's. */
export function explorerQuery(state: ExplorerState): CustomerQuery {
  return {
    ...(state.search === "" ? {} : { search: state.search }),
    filters: [...state.filters],
    sort: state.sort,
    columns: state.columns.includes("customerId") ? [...state.columns] : ["customerId", ...state.columns],
  };
}

export function stateOfQuery(query: CustomerQuery): ExplorerState {
  const shown = (query.columns ?? []).filter(
    (code) => code !== "customerId" && customerColumn(code) !== null,
  );
  return {
    search: query.search ?? "",
    filters: query.filters ?? [],
    sort: query.sort ?? defaultSort,
    columns: shown.length === 0 ? defaultColumns : shown,
  };
}

const hide = (text: string) => encodeURIComponent(text).replace(/~/g, "%7E");

export function formatFilters(filters: readonly CustomerFilter[]): string {
  return filters
    .map((filter) => {
      if (filter.value === undefined) return `${filter.column}~${filter.op}`;
      const values = Array.isArray(filter.value) ? filter.value : [String(filter.value)];
      return `${filter.column}~${filter.op}~${values.map(hide).join("|")}`;
    })
    .join(";");
}

/** Parts that name no column or operator of ours, or a number that is none, are left out: old links still open. */
export function parseFilters(text: string): CustomerFilter[] {
  return text.split(";").flatMap((part): CustomerFilter[] => {
    const [code = "", op = "", raw] = part.split("~");
    const column = customerColumn(code);
    const operator: Operator | undefined = operators.find((known) => known === op);
    if (column === null || operator === undefined) return [];
    if (operator === "isNull" || operator === "notNull") return [{ column: code, op: operator }];
    if (raw === undefined) return [];
    const values = raw.split("|").map(show);
    if (operator === "in") return [{ column: code, op: operator, value: values }];
    const value = typedValue(values[0] ?? "", column.type);
    return value === null ? [] : [{ column: code, op: operator, value }];
  });
}

function show(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function typedValue(text: string, type: string): string | number | boolean | null {
  if (type === "boolean") return text === "true";
  if (!numberTypes.has(type)) return text;
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}
