import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { searchQuery } from "../../api/queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";

interface CustomerPickerProps {
  label: string;
  value: number | null;
  onChange: (customerId: number | null) => void;
}

/** Finds a customer while typing; empty means nobody. */
export function CustomerPicker({ label, value, onChange }: CustomerPickerProps) {
  const { t } = useTexts();
  const space = useSpace();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text, 200);
  const found = useQuery(searchQuery(space, settled));
  const data = (found.data?.customers ?? []).map((hit) => ({
    value: String(hit.customerId),
    label: [hit.name, hit.city, hit.accountKey === hit.name ? null : hit.accountKey]
      .filter((part) => part !== null && part !== "")
      .join(", "),
  }));
  return (
    <Select
      label={label}
      placeholder={t("capture.customerPlaceholder")}
      searchable
      clearable
      data={data}
      // The server has searched already; filtering again would hide what it found by phone or mail.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      nothingFoundMessage={settled.trim() === "" ? undefined : t("capture.noCustomer")}
    />
  );
}
