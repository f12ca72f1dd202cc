import type { PlanHead } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { PlanCard } from "./plan-card.tsx";

/** Plans as cards, newest first; two of them can be laid side by side. */
export function PlansTable({ plans }: { plans: readonly PlanHead[] }) {
  const { t } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/programme" });
  const { compare } = useSearch({ from: "/$space/programme" });
  const chosen = (compare ?? "").split(",").filter((id) => plans.some((plan) => String(plan.id) === id));
  const choose = (id: string, isChosen: boolean) => {
    const next = isChosen ? [...chosen, id].slice(-2) : chosen.filter((one) => one !== id);
    void navigate({
      search: (search) => ({ ...search, compare: next.length === 0 ? undefined : next.join(",") }),
      replace: true,
    });
  };
  const [a, b] = chosen;
  return (
    <>
      {plans.length < 2 ? null : (
        <Group gap="sm" className="k-no-print">
          {a === undefined || b === undefined ? (
            <Button variant="default" disabled>
              {t("programme.plans.compare")}
            </Button>
          ) : (
            <LinkButton to="/$space/programme/compare" params={{ space }} search={{ a, b }} variant="default">
              {t("programme.plans.compare")}
            </LinkButton>
          )}
          <Text size="sm" c="dimmed">
            {t("programme.plans.compareHint")}
          </Text>
        </Group>
      )}
      <ul className="k-plain-list">
        {plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            choice={
              plans.length < 2 ? null : (
                <Checkbox
                  className="k-no-print"
                  label={t("programme.plans.choose")}
                  aria-label={t("programme.plans.chooseNamed", { name: plan.name })}
                  checked={chosen.includes(String(plan.id))}
                  onChange={(event) => choose(String(plan.id), event.currentTarget.checked)}
                />
              )
            }
          />
        ))}
      </ul>
    </>
  );
}
