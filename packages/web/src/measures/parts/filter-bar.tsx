import { customerColumn, customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import { Button, CloseButton, Group, Popover, Select } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { FilterForm } from "./filter-form.tsx";
import { useFilterSentence } from "./use-filter-sentence.ts";

interface FilterBarProps {
  filters: readonly CustomerFilter[];
  onChange: (filters: readonly CustomerFilter[]) => void;
}

/** The conditions of the explorer as small sentences; each can be changed or taken away. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  return (
    <>
      {filters.map((filter, index) => (
        <FilterChip
          key={`${filter.column}-${filter.op}`}
          filter={filter}
          onChange={(next) => onChange(filters.map((other, place) => (place === index ? next : other)))}
          onRemove={() => onChange(filters.filter((_, place) => place !== index))}
        />
      ))}
      <AddFilter
        onAdd={(filter) =>
          onChange([
            ...filters.filter((other) => other.column !== filter.column || other.op !== filter.op),
            filter,
          ])
        }
      />
      {filters.length > 1 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
          {t("customers.clearFilters")}
        </Button>
      ) : null}
    </>
  );
}

function FilterChip({
  filter,
  onChange,
  onRemove,
}: {
  filter: CustomerFilter;
  onChange: (filter: CustomerFilter) => void;
  onRemove: () => void;
}) {
  const { t } = useTexts();
  const sentence = useFilterSentence()(filter);
  const [opened, setOpened] = useState(false);
  const column = customerColumn(filter.column);
  if (column === null) return null;
  return (
    <Group gap={0} wrap="nowrap">
      <Popover opened={opened} onChange={setOpened} width={300} position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <Button variant="light" size="compact-md" fw={500} onClick={() => setOpened(!opened)}>
            {sentence}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterForm
            column={column}
            initial={filter}
            onApply={(next) => {
              onChange(next);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="md"
        aria-label={t("customers.removeFilter", { filter: sentence })}
        onClick={onRemove}
      />
    </Group>
  );
}

function AddFilter({ onAdd }: { onAdd: (filter: CustomerFilter) => void }) {
  const { t, pick } = useTexts();
  const [opened, setOpened] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const column = code === null ? null : customerColumn(code);
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          fw={500}
          leftSection={<IconFilterPlus size={16} stroke={1.6} />}
          onClick={() => setOpened(!opened)}
        >
          {t("customers.addFilter")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          label={t("customers.filterColumn")}
          searchable
          data={customerColumns
            .filter((one) => one.code !== "customerId")
            .map((one) => ({ value: one.code, label: pick(one.label) }))}
          value={code}
          onChange={setCode}
          comboboxProps={{ withinPortal: false }}
          mb="sm"
        />
        {column === null ? null : (
          <FilterForm
            key={column.code}
            column={column}
            initial={null}
            onApply={(filter) => {
              onAdd(filter);
              setCode(null);
              setOpened(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
