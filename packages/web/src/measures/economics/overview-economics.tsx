import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { costSummaryQuery } from "../../api/economics-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { smallContribution } from "./economics-sentence.ts";

/** One line on the overview: what small customers contribute on both costs, and the way to where that comes from. */
export function OverviewEconomics({ overview }: { overview: Overview }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const costs = useQuery(costSummaryQuery(space));
  if (costs.data === undefined || overview.small === null) return null;
  const { fullCents, avoidableCents } = smallContribution(
    overview.small.contributionCents.last12,
    costs.data,
  );
  if (fullCents === null || avoidableCents === null) return null;
  const money = (cents: number) => format.moneyShort(cents, overview.currency);
  return (
    <Text>
      {t("economics.overview", { avoidable: money(avoidableCents), full: money(fullCents) })}{" "}
      <TextLink to="/$space/economics" params={{ space }} fw={600}>
        {t("economics.overviewLink")}
      </TextLink>
    </Text>
  );
}
