import { SegmentedControl } from "@mantine/core";

interface RangeSwitchProps {
  value: 3 | 20;
  onChange: (value: 3 | 20) => void;
  label: string;
}

/** How far a curve over the number of customers goes: near today, or up to a mass market. */
export function RangeSwitch({ value, onChange, label }: RangeSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      value={String(value)}
      aria-label={label}
      data={[
        { value: "3", label: "3 ×" },
        { value: "20", label: "20 ×" },
      ]}
      onChange={(next) => onChange(next === "20" ? 20 : 3)}
    />
  );
}
