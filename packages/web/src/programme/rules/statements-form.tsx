import {
  type FactCode,
  factSpecs,
  statableFacts,
} from "@kleinod/engine/programme/coherence/facts-contract.ts";
import { Button, Group, NumberInput, SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { type Statements, withStatement } from "./changed-rules.ts";
import { type Rules, useChangeRules } from "./use-rules.ts";

/** Facts that nobody has stated. */
export const missingStatements = (statements: Statements): readonly FactCode[] =>
  statableFacts.filter((code) => statements[code] === undefined || statements[code] === null);

/** What no file says. Nothing is assumed: what nobody states stays unclear. */
export function StatementsForm({ rules: { parameter } }: { rules: Rules }) {
  const { t, pick } = useTexts();
  const change = useChangeRules(useSpace());
  const [statements, setStatements] = useState<Statements>(parameter.statements);
  const isChanged = JSON.stringify(statements) !== JSON.stringify(parameter.statements);
  return (
    <form
      className="k-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) return;
        change.mutate({
          before: parameter,
          after: { ...parameter, statements },
          message: t("programme.rules.stated"),
        });
      }}
    >
      <ul className="k-plain-list">
        {statableFacts.map((code) => (
          <li key={code} className="k-statement">
            <Text component="span" id={`statement-${code}`}>
              {capital(pick(factSpecs[code].label))}
            </Text>
            <StatementInput
              code={code}
              label={pick(factSpecs[code].label)}
              value={statements[code] ?? null}
              onChange={(value) => setStatements(withStatement(statements, code, value))}
            />
          </li>
        ))}
      </ul>
      <Group mt="md">
        <Button type="submit" disabled={!isChanged} loading={change.isPending}>
          {t("programme.rules.state")}
        </Button>
      </Group>
    </form>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

interface StatementInputProps {
  code: FactCode;
  label: string;
  value: number | boolean | null;
  onChange: (value: number | boolean | null) => void;
}

function StatementInput({ code, label, value, onChange }: StatementInputProps) {
  const { t } = useTexts();
  const { unit } = factSpecs[code];
  if (unit === "boolean") {
    return (
      <SegmentedControl
        aria-label={label}
        value={value === null ? "unclear" : value === true ? "yes" : "no"}
        data={[
          { value: "yes", label: t("programme.yes") },
          { value: "no", label: t("programme.no") },
          { value: "unclear", label: t("frame.unclear") },
        ]}
        onChange={(chosen) => onChange(chosen === "unclear" ? null : chosen === "yes")}
      />
    );
  }
  const scale = unit === "ratio" ? 100 : 1;
  return (
    <NumberInput
      aria-label={label}
      placeholder={t("frame.unclear")}
      value={typeof value === "number" ? Math.round(value * scale * 1e6) / 1e6 : ""}
      min={0}
      {...(unit === "ratio" ? { max: 100, suffix: " %" } : {})}
      w={160}
      onChange={(typed) => onChange(typeof typed === "number" ? typed / scale : null)}
    />
  );
}
