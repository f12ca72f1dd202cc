import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { contractsQuery } from "../api/contract-queries.ts";
import { ContractRetentionChart } from "../charts/contract-retention-chart.tsx";
import { ContractSurvivalChart } from "../charts/contract-survival-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { ContractFigures } from "./contracts/contract-figures.tsx";
import { contractsNote, contractsSentence } from "./contracts/contracts-sentence.ts";
import { EndReasons } from "./contracts/end-reasons.tsx";
import { EndingContracts } from "./contracts/ending-contracts.tsx";
import { daysOf, limitOf } from "./contracts/ending-days.ts";
import { HowRenewalChosen } from "./contracts/how-renewal-chosen.tsx";
import { NoContractsYet } from "./contracts/no-contracts-yet.tsx";
import { WithData } from "./economics/with-data.tsx";

/** What runs, how long it lasts, and whom to call before it ends. */
export function ContractsPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("contracts.title")}>
      <ContractsLoaded />
    </WithData>
  );
}

function ContractsLoaded() {
  const { t } = useTexts();
  const search = useSearch({ from: "/$space/contracts" });
  const contracts = useQuery(
    contractsQuery(useSpace(), { withinDays: daysOf(search.days), limit: limitOf(search.limit) }),
  );
  if (contracts.isError) return <ErrorState error={contracts.error} retry={() => void contracts.refetch()} />;
  if (contracts.data === undefined) return <PageSkeleton />;
  if (contracts.data.state === "noContracts") {
    return (
      <Page title={t("contracts.title")}>
        <NoContractsYet />
      </Page>
    );
  }
  return <ContractsContent report={contracts.data} isLoading={contracts.isFetching} />;
}

function ContractsContent({ report, isLoading }: { report: ContractsReport; isLoading: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate({ from: "/$space/contracts" });
  const { survival, model } = report;
  return (
    <Page
      title={t("contracts.title")}
      sentence={contractsSentence(report, texts)}
      note={contractsNote(report, texts)}
      actions={
        <Button
          variant="light"
          leftSection={<IconPrinter size={18} stroke={1.6} />}
          onClick={() => window.print()}
        >
          {t("frame.print")}
        </Button>
      }
    >
      <ContractFigures report={report} />
      {report.state === "tooFewEnded" ? <TooFewEnded report={report} /> : null}
      {survival.length < 2 ? null : (
        <div className="k-columns">
          <ContractSurvivalChart survival={survival} periodMonths={report.period?.months ?? 12} />
          <ContractRetentionChart survival={survival} />
        </div>
      )}
      <EndingContracts
        report={report}
        isLoading={isLoading}
        onChange={(values) =>
          void navigate({
            search: (current) => ({ ...current, ...values }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {report.reasons.length === 0 ? null : <EndReasons reasons={report.reasons} />}
      {model === null ? null : <HowRenewalChosen model={model} report={report} />}
    </Page>
  );
}

/** Contracts run, but nothing can be told about how long they last. */
function TooFewEnded({ report }: { report: ContractsReport }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const cures = report.unclear.flatMap(({ cure }) => (cure === undefined ? [] : [pick(cure)]));
  return (
    <EmptyState
      title={t("contracts.tooFew.title")}
      why={[...new Set([t("contracts.tooFew.why"), ...cures])].join(" ")}
      action={
        <LinkButton to="/$space/data/import" params={{ space }}>
          {t("contracts.none.import")}
        </LinkButton>
      }
    />
  );
}
