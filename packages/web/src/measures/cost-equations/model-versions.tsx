import { Badge, Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Parameter, Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { type ModelVersion, versionsQuery } from "./model-queries.ts";
import { changedCodes } from "./use-model-draft.ts";

interface ModelVersionsProps {
  space: Space;
  parameter: Parameter;
  title: string;
  /** Makes an old value a change that is not saved yet. */
  onRestore: (version: ModelVersion) => void;
}

/** Every version with who, when and why; an old one can be put back, and shows its consequences first as any change. */
export function ModelVersions({ space, parameter, title, onRestore }: ModelVersionsProps) {
  const { t, format } = useTexts();
  const versions = useQuery(versionsQuery(space, parameter.code));
  if (versions.isError) return <ErrorState error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Skeleton height={120} />;
  const differences = (version: ModelVersion) =>
    Array.isArray(version.value) && Array.isArray(parameter.value)
      ? changedCodes(parameter.value, version.value).size
      : 0;
  return (
    <Section
      title={title}
      hint={versions.data.versions.length === 1 ? t("equations.version.none") : undefined}
    >
      <ScrollRegion label={title}>
        <table className="k-table">
          <caption className="k-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("equations.version.what")}</th>
              <th scope="col">{t("equations.version.when")}</th>
              <th scope="col">{t("equations.version.who")}</th>
              <th scope="col">{t("equations.version.why")}</th>
              <th scope="col">{t("equations.version.restore")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.data.versions.map((version) => {
              const name = format.count(version.version);
              const different = differences(version);
              return (
                <tr key={version.version} style={{ height: 48 }}>
                  <th scope="row" style={{ fontWeight: 400 }}>
                    {version.version === 0
                      ? t("equations.version.shipped")
                      : t("equations.version.n", { n: name })}{" "}
                    {version.version === parameter.version ? (
                      <Badge variant="light" tt="none" fw={500}>
                        {t("equations.version.current")}
                      </Badge>
                    ) : (
                      <span style={{ color: "var(--k-muted)" }}>
                        {t("equations.version.changes", { n: format.count(different) })}
                      </span>
                    )}
                  </th>
                  <td>{version.validFrom === null ? "–" : format.instant(version.validFrom)}</td>
                  <td>{version.author ?? "–"}</td>
                  <td>{version.reason ?? "–"}</td>
                  <td>
                    {version.version === parameter.version || different === 0 ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t("equations.version.restoreNamed", { n: name })}
                        onClick={() => onRestore(version)}
                      >
                        {t("equations.version.restore")}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
