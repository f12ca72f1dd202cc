import type { Lever } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { Group, Radio, Stack, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";
import { filledParams } from "./filled-params.ts";

interface OptionPickerProps {
  lever: Lever;
  chosen: string;
  onChoose: (code: string) => void;
}

/** The options of a lever: what we would do, and what it is to the customer as it usually is decided. */
export function OptionPicker({ lever, chosen, onChoose }: OptionPickerProps) {
  const { t, pick } = useTexts();
  const options = leverOptions.filter((option) => option.lever === lever);
  return (
    <Radio.Group label={t("programme.option.which")} value={chosen} onChange={onChoose}>
      <Stack gap={4} mt={6}>
        {options
          .filter(({ code }) => chosen === "" || code === chosen)
          .map((option) => {
            const kind = option.giveTake(filledParams(option, {}));
            return (
              <Radio
                key={option.code}
                value={option.code}
                className="k-choice"
                label={
                  <Group gap={6} wrap="nowrap" component="span">
                    <GiveTakeMark kind={kind} />
                    <span>
                      {option.code} {pick(option.name)}
                      <span className="k-hidden">{` (${t(`programme.kinds.${kind}`)})`}</span>
                    </span>
                  </Group>
                }
                description={pick(option.description)}
              />
            );
          })}
      </Stack>
      {chosen === "" ? null : (
        <Text size="sm" mt={6}>
          <button type="button" className="k-text-button" onClick={() => onChoose("")}>
            {t("programme.option.another")}
          </button>
        </Text>
      )}
    </Radio.Group>
  );
}
