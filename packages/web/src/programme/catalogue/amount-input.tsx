import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";

interface AmountInputProps {
  label: string;
  description?: ReactNode;
  /** In the stored unit; null: empty, unknown. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Stored units in one that people type: 100 for money, 1 for counts. */
  scale?: 1 | 100;
  decimals?: number;
  allowNegative?: boolean;
}

/** A number that may be unknown: an empty field is null and never zero. */
export function AmountInput({
  label,
  description,
  value,
  onChange,
  scale = 1,
  decimals = 0,
  allowNegative = false,
}: AmountInputProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      value={value === null ? "" : value / scale}
      onChange={(typed) =>
        onChange(
          typed === "" || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * scale * 100) / 100,
        )
      }
      decimalScale={decimals}
      allowNegative={allowNegative}
      thousandSeparator="’"
      hideControls
      style={{ flex: "1 1 8rem" }}
    />
  );
}
