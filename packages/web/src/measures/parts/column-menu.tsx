import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { Button, Checkbox, Popover, ScrollArea, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { defaultColumns } from "../explorer-state.ts";

interface ColumnMenuProps {
  columns: readonly string[];
  onChange: (columns: readonly string[]) => void;
}

/** Which columns are shown; their order follows the contract, so that two people see the same table. */
export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const { t, pick } = useTexts();
  const toggle = (code: string, shown: boolean) => {
    const next = customerColumns
      .map((column) => column.code)
      .filter((other) => (other === code ? shown : columns.includes(other)));
    if (next.length > 0) onChange(next);
  };
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={18} stroke={1.6} />}>
          {t("customers.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={380} type="auto">
          <Stack gap={8}>
            {customerColumns.map((column) => (
              <Checkbox
                key={column.code}
                label={pick(column.label)}
                title={pick(column.description)}
                checked={columns.includes(column.code)}
                onChange={(event) => toggle(column.code, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button variant="subtle" mt="sm" size="compact-sm" onClick={() => onChange(defaultColumns)}>
          {t("customers.defaultColumns")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
