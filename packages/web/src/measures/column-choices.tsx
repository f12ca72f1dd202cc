import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { useQuery } from "@tanstack/react-query";
import { parametersQuery } from "../api/queries.ts";
import type { TwoLanguageLabel } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { useSpace } from "../ui/use-space.ts";
import { enumLabel } from "./cell-value.tsx";

/** Column whose values are codes of the service promises, which each company names itself. */
export const promiseColumn = "serviceCategory";

export interface Choice {
  value: string;
  label: string;
}

/** The service promises by code with their labels; empty until they are here. */
export function useServicePromises(): readonly Choice[] {
  const { pick } = useTexts();
  const parameters = useQuery(parametersQuery(useSpace()));
  const value = parameters.data?.parameters.find(({ code }) => code === "promises")?.value;
  const promises = (value ?? []) as readonly { code: string; label: TwoLanguageLabel }[];
  return promises.map(({ code, label }) => ({ value: code, label: pick(label) }));
}

/** What can be chosen for a column whose values are codes; null where a value is free text or a number. */
export function useColumnChoices(column: CustomerColumn | null): readonly Choice[] | null {
  const texts = useTexts();
  const promises = useServicePromises();
  if (column?.code === promiseColumn) return promises;
  return column?.values?.map((code) => ({ value: code, label: enumLabel(code, texts) })) ?? null;
}

/** A service promise by the name that people gave it. */
export function ServicePromiseName({ code }: { code: string }) {
  return useServicePromises().find(({ value }) => value === code)?.label ?? code;
}
