import { Group, SegmentedControl, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

const horizons = [3, 12, 24] as const;

/** Months within which a cost must disappear to count as avoidable. */
export function HorizonChoice({ months, onChange }: { months: number; onChange: (months: number) => void }) {
  const { t, format } = useTexts();
  const label = t("equations.horizon");
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" aria-hidden="true">
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={String(months)}
        onChange={(value) => onChange(Number(value))}
        data={horizons.map((value) => ({
          value: String(value),
          label: t("equations.horizonMonths", { n: format.count(value) }),
        }))}
      />
    </Group>
  );
}
