import { SegmentedControl, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { whaleQuery } from "../../api/queries.ts";
import type { Space } from "../../api/types.ts";
import { ConcentrationChart } from "../../charts/concentration-chart.tsx";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";

interface OverviewConcentrationProps {
  space: Space;
  hasContribution: boolean;
  /** The basis that the address asks for. */
  wanted: string | undefined;
}

/** The main picture: over all customers, by contribution where it is known, else by sales. */
export function OverviewConcentration({ space, hasContribution, wanted }: OverviewConcentrationProps) {
  const { t } = useTexts();
  const navigate = useNavigate({ from: "/$space/overview" });
  const basis = hasContribution && wanted !== "sales" ? "contribution1" : "sales";
  const whale = useQuery(whaleQuery(space, basis));
  if (whale.isError) return <ErrorState error={whale.error} retry={() => void whale.refetch()} />;
  if (whale.data === undefined) return <Skeleton height={460} />;
  return (
    <ConcentrationChart
      whale={whale.data}
      extra={
        hasContribution ? (
          <SegmentedControl
            size="xs"
            value={basis}
            aria-label={t("charts.concentration.basis")}
            data={[
              { value: "contribution1", label: t("charts.concentration.byContribution") },
              { value: "sales", label: t("charts.concentration.bySales") },
            ]}
            onChange={(value) =>
              void navigate({
                search: (search) => ({ ...search, basis: value === "sales" ? "sales" : undefined }),
                replace: true,
              })
            }
          />
        ) : undefined
      }
    />
  );
}
