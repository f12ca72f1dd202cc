import type {
  ElementProfile,
  ElementReport,
  ElementRow,
} from "@kleinod/engine/programme/offers/element-contract.ts";
import { Button, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { saveElementProfile } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AmountInput } from "./amount-input.tsx";
import { useChange } from "./use-change.ts";

interface ElementProfileFormProps {
  row: ElementRow;
  roles: ElementReport["roles"];
  onDone: () => void;
}

/** What no file says of an element: who does it, how often it is touched, whether it is advice. */
export function ElementProfileForm({ row, roles, onDone }: ElementProfileFormProps) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const change = useChange();
  const before: ElementProfile = {
    element: row.element,
    role: row.role,
    manualTouchesPerUse: row.manualTouchesPerUse,
    isAdvice: row.adviceIsAssumed ? null : row.isAdvice,
  };
  const [profile, setProfile] = useState(before);
  const advice = profile.isAdvice === null ? "named" : profile.isAdvice ? "yes" : "no";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.run({
          run: async () => {
            await saveElementProfile(space, profile);
            return () => saveElementProfile(space, before);
          },
          done: t("catalogue.profile.saved", { element: row.element }),
          after: onDone,
        });
      }}
    >
      <Stack gap="md">
        <Text>{pick(row.sentence)}</Text>
        {row.reasons.length === 0 ? null : (
          <div>
            <Text size="sm" c="dimmed">
              {t("catalogue.profile.reasons")}
            </Text>
            <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
              {row.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
        <Text size="sm" c="dimmed">
          {t("catalogue.profile.hint")}
        </Text>
        <Select
          label={t("catalogue.profile.role")}
          data={[
            { value: "", label: t("catalogue.profile.roleNone") },
            ...roles.map(({ code, label }) => ({ value: code, label: pick(label) })),
          ]}
          value={profile.role ?? ""}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(role) => setProfile({ ...profile, role: role === "" ? null : role })}
        />
        <AmountInput
          label={t("catalogue.profile.touches")}
          description={t("catalogue.profile.touchesHint")}
          value={profile.manualTouchesPerUse}
          decimals={1}
          onChange={(manualTouchesPerUse) => setProfile({ ...profile, manualTouchesPerUse })}
        />
        <Select
          label={t("catalogue.profile.advice")}
          description={t("catalogue.profile.adviceHint")}
          data={[
            { value: "named", label: t("catalogue.profile.adviceAsNamed") },
            { value: "yes", label: t("catalogue.profile.adviceYes") },
            { value: "no", label: t("catalogue.profile.adviceNo") },
          ]}
          value={advice}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) =>
            setProfile({ ...profile, isAdvice: value === "named" ? null : value === "yes" })
          }
        />
        <Button type="submit" loading={change.isPending}>
          {t("catalogue.profile.save")}
        </Button>
      </Stack>
    </form>
  );
}
