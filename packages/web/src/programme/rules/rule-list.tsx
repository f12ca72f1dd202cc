import type { CoherenceRule } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { withNumbers } from "@kleinod/engine/programme/coherence/rule-words.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { textOf } from "@kleinod/engine/text.ts";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { RuleKindShape } from "../pictures/rule-kind-shape.tsx";
import { RuleForm } from "./rule-form.tsx";
import { type Rules, useChangeRules } from "./use-rules.ts";

/** Every rule, also those that are switched off, with the way to change it. */
export function RuleList({ rules }: { rules: Rules }) {
  const { t } = useTexts();
  const change = useChangeRules(useSpace());
  const { parameter, inForce } = rules;
  return (
    <ul className="k-card k-rules">
      {shippedRules.map((shipped) => {
        const held = inForce.find(({ code }) => code === shipped.code);
        return (
          <RuleItem
            key={`${shipped.code} ${parameter.overrides[shipped.code]?.version ?? 0}`}
            rule={held ?? shipped}
            isOn={held !== undefined}
            shipped={shipped}
            rules={rules}
          />
        );
      })}
      {parameter.own.map((own) => (
        <RuleItem
          key={own.code}
          rule={own}
          isOn
          shipped={null}
          rules={rules}
          onRemove={() =>
            change.mutate({
              before: parameter,
              after: { ...parameter, own: parameter.own.filter(({ code }) => code !== own.code) },
              message: t("programme.rules.removed", { code: own.code }),
            })
          }
        />
      ))}
    </ul>
  );
}

interface RuleItemProps {
  rule: CoherenceRule;
  isOn: boolean;
  /** Null: a rule of the company's own. */
  shipped: CoherenceRule | null;
  rules: Rules;
  onRemove?: () => void;
}

function RuleItem({ rule, isOn, shipped, rules, onRemove }: RuleItemProps) {
  const { t, pick } = useTexts();
  const [isEditing, setEditing] = useState(false);
  return (
    <li className="k-rule" data-off={isOn ? undefined : true}>
      <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
        <RuleKindShape kind={rule.kind} isSilent={!isOn} />
      </svg>
      <div>
        <Text>{pick(withNumbers(rule.sentence, rule))}</Text>
        <Text size="sm" c="dimmed">
          {rule.code} · {t(`programme.ruleKinds.${rule.kind}`)} ·{" "}
          {isOn ? t(`programme.severities.${rule.severity}`) : t("programme.rules.off")} ·{" "}
          {t("programme.findings.source", {
            source: pick(textOf(rule.source)),
            version: String(rule.version),
          })}
        </Text>
        {isEditing && shipped !== null ? (
          <RuleForm
            rule={rule}
            isOn={isOn}
            shipped={shipped}
            rules={rules}
            onClose={() => setEditing(false)}
          />
        ) : null}
      </div>
      {shipped === null ? (
        <Button variant="subtle" size="compact-sm" className="k-no-print" onClick={onRemove}>
          {t("programme.rules.remove")}
        </Button>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          className="k-no-print"
          aria-label={t("programme.rules.changeNamed", { code: rule.code })}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          {t("programme.rules.change")}
        </Button>
      )}
    </li>
  );
}
