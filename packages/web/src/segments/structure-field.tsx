import { JsonInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../i18n/index.ts";

/** A value with parts inside parts, as JSON; what is not JSON yet is not handed on. */
export function StructureField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTexts();
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  return (
    <JsonInput
      label={label}
      description={t("parameters.structured")}
      value={text}
      onChange={(next) => {
        setText(next);
        try {
          onChange(JSON.parse(next));
        } catch {
          // Still being typed; the field itself says that it is no JSON.
        }
      }}
      validationError={t("parameters.notJson")}
      formatOnBlur
      autosize
      minRows={8}
      maxRows={28}
      styles={{ input: { fontFamily: "ui-monospace, monospace", fontSize: 13 } }}
    />
  );
}
