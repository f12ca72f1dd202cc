import type { CoherenceRule, RuleCondition } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { RuleKind } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { DefinitionForm } from "../../segments/builder/definition-form.tsx";
import { definitionOf, emptyDraft } from "../../segments/builder/draft.ts";
import { useSpace } from "../../ui/use-space.ts";
import { ruleKindOrder } from "../pictures/rule-kind-order.ts";
import { ruleSeverities } from "./rule-form.tsx";
import { type Rules, useChangeRules } from "./use-rules.ts";

/** A rule of the company's own: it speaks when a plan has one of these options and enough customers are of this kind. */
export function OwnRuleForm({ rules: { parameter } }: { rules: Rules }) {
  const { t, pick } = useTexts();
  const save = useChangeRules(useSpace());
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<RuleKind>("contradicts");
  const [severity, setSeverity] = useState<CoherenceRule["severity"]>("warn");
  const [options, setOptions] = useState<string[]>([]);
  const [hasShare, setHasShare] = useState(false);
  const [share, setShare] = useState(0.1);
  const [draft, setDraft] = useState(emptyDraft);
  const [sentence, setSentence] = useState("");
  const [cure, setCure] = useState("");
  const definition = definitionOf(draft);
  const isComplete =
    /^[A-Za-z][A-Za-z0-9-]{0,29}$/.test(code) &&
    options.length > 0 &&
    sentence.trim() !== "" &&
    (!hasShare || definition !== null);
  const condition = (): RuleCondition => {
    const has: RuleCondition = { has: { options } };
    if (!hasShare || definition === null) return has;
    return { all: [has, { segmentShare: { of: definition, op: "ge", value: share } }] };
  };
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("programme.rules.addOwn")}
      </Button>
    );
  }
  return (
    <form
      className="k-card"
      aria-label={t("programme.rules.own")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        const both = (text: string) => ({ de: text.trim(), en: text.trim() });
        const own: CoherenceRule = {
          code,
          version: 1,
          kind,
          severity,
          condition: condition(),
          numbers: {},
          sentence: both(sentence),
          cure: cure.trim() === "" ? null : both(cure),
          source: t("programme.rules.ownSource"),
        };
        save.mutate({
          before: parameter,
          after: { ...parameter, own: [...parameter.own, own] },
          message: t("programme.rules.added", { code }),
        });
      }}
    >
      <Stack gap="sm" maw="48rem">
        <SimpleGrid cols={{ base: 1, xs: 3 }} style={{ alignItems: "end" }}>
          <TextInput
            label={t("programme.rules.code")}
            value={code}
            maxLength={30}
            required
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Select
            label={t("programme.rules.kind")}
            data={ruleKindOrder.map((value) => ({ value, label: t(`programme.ruleKinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(chosen) => setKind(ruleKindOrder.find((known) => known === chosen) ?? kind)}
          />
          <Select
            label={t("programme.rules.severity")}
            data={ruleSeverities.map((value) => ({ value, label: t(`programme.severities.${value}`) }))}
            value={severity}
            allowDeselect={false}
            onChange={(chosen) => setSeverity(ruleSeverities.find((known) => known === chosen) ?? severity)}
          />
        </SimpleGrid>
        <MultiSelect
          label={t("programme.rules.whenOptions")}
          data={leverOptions.map((option) => ({
            value: option.code,
            label: `${option.code} ${pick(option.name)}`,
          }))}
          value={options}
          searchable
          required
          onChange={setOptions}
        />
        <Checkbox
          label={t("programme.rules.whenShare")}
          checked={hasShare}
          onChange={(event) => setHasShare(event.currentTarget.checked)}
        />
        {hasShare ? (
          <>
            <NumberInput
              label={t("programme.rules.share")}
              value={Math.round(share * 1e4) / 100}
              min={0}
              max={100}
              suffix=" %"
              w={200}
              onChange={(typed) => typeof typed === "number" && setShare(typed / 100)}
            />
            <DefinitionForm draft={draft} onChange={setDraft} />
          </>
        ) : null}
        <Textarea
          label={t("programme.rules.says")}
          value={sentence}
          maxLength={500}
          autosize
          required
          onChange={(event) => setSentence(event.currentTarget.value)}
        />
        <Textarea
          label={t("programme.rules.cure")}
          value={cure}
          maxLength={500}
          autosize
          onChange={(event) => setCure(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" disabled={!isComplete} loading={save.isPending}>
            {t("programme.rules.save")}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
            {t("programme.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
