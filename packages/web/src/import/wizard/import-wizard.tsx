import { Stepper } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { statusQuery } from "../../api/queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { SizeLineForm } from "../../segments/size-line-form.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { ApplyStep } from "./apply-step.tsx";
import { FilesStep } from "./files-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { useImportDraft } from "./use-import-draft.ts";

/** From files to the overview: files, columns, preview, result, size line. A running import survives a reload. */
export function ImportWizard() {
  const { t } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/data/import" });
  const { job, step } = useSearch({ from: "/$space/data/import" });
  const status = useQuery(statusQuery(space));
  const draft = useImportDraft(space);
  const active = step === "size" ? 4 : job !== undefined ? 3 : draft.stage;

  if (space === "example") {
    return (
      <Page title={t("import.start")}>
        <EmptyState
          title={t("import.notInExample")}
          why={t("import.notInExampleWhy")}
          action={
            <LinkButton to="/$space/data/import" params={{ space: "company" }}>
              {t("first.ownStart")}
            </LinkButton>
          }
        />
      </Page>
    );
  }
  const toOverview = () => void navigate({ to: "/$space/overview", params: { space } });
  return (
    <Page
      title={t("import.start")}
      sentence={t(`wizard.sentences.${stepName(active)}`)}
      note={t("wizard.local")}
    >
      <Stepper active={active} size="sm" iconSize={30} allowNextStepsSelect={false} wrap>
        {(["files", "mapping", "preview", "result", "size"] as const).map((name, index) => (
          <Stepper.Step
            key={name}
            label={t(`wizard.steps.${name}`)}
            allowStepSelect={false}
            aria-current={index === active ? "step" : undefined}
          />
        ))}
      </Stepper>
      {active === 0 ? <FilesStep space={space} draft={draft} /> : null}
      {active === 1 ? <MappingStep draft={draft} /> : null}
      {active === 2 ? (
        <PreviewStep
          space={space}
          draft={draft}
          onStarted={(id) => void navigate({ search: (search) => ({ ...search, job: id }) })}
        />
      ) : null}
      {active === 3 && job !== undefined ? (
        <ApplyStep
          space={space}
          jobId={job}
          onAgain={() => {
            draft.reset();
            void navigate({ search: (search) => ({ ...search, job: undefined }) });
          }}
          onNext={() => {
            if (status.data?.sizeLineAsked === true) toOverview();
            else void navigate({ search: (search) => ({ ...search, step: "size", job: undefined }) });
          }}
          sizeLineAsked={status.data?.sizeLineAsked === true}
        />
      ) : null}
      {active === 4 ? (
        <div className="k-card" style={{ maxWidth: "44rem" }}>
          <SizeLineForm space={space} onDone={toOverview} />
        </div>
      ) : null}
    </Page>
  );
}

function stepName(active: number): "files" | "mapping" | "preview" | "result" | "size" {
  return (["files", "mapping", "preview", "result", "size"] as const)[active] ?? "files";
}
