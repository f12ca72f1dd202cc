import { ActionIcon, Badge, Text, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconLink, IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Space, Status } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { DataBadge } from "./data-badge.tsx";
import { JobMenu } from "./job-menu.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { notifyDone } from "./notify.ts";
import { ThemeButton } from "./theme-button.tsx";

const SearchBox = lazy(() => import("./search-box.tsx").then((module) => ({ default: module.SearchBox })));

/** Search and commands, the date of the data, what is known, running work, language, theme. */
export function TopBar({ space, status }: { space: Space; status: Status | null }) {
  const { t, format } = useTexts();
  // The search is loaded with the first use, not with the first page.
  const [searchWanted, setSearchWanted] = useState(false);
  const openSearch = () => {
    setSearchWanted(true);
    spotlight.open();
  };
  useHotkeys([["mod+K", openSearch]], []);
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    notifyDone(t("frame.linkCopied"), t("frame.linkLocal"));
  };
  return (
    <section className="k-top" aria-label={t("frame.tools")}>
      <button type="button" className="k-top-search" onClick={openSearch}>
        <IconSearch size={16} aria-hidden />
        <span style={{ whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" }}>
          {t("frame.search")}
        </span>
        <kbd>{isMac() ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      {searchWanted ? (
        <Suspense fallback={null}>
          <SearchBox space={space} />
        </Suspense>
      ) : null}
      <div style={{ flex: 1 }} />
      {space === "example" ? (
        <Badge variant="light" color="amber" tt="none" fw={500} visibleFrom="sm" style={{ flex: "none" }}>
          {t("frame.exampleBadge")}
        </Badge>
      ) : null}
      {status?.asOf ? (
        <Tooltip label={t("frame.asOfHint")}>
          <Text size="sm" c="dimmed" visibleFrom="xs" style={{ whiteSpace: "nowrap" }}>
            {t("frame.asOf", { date: format.date(status.asOf) })}
          </Text>
        </Tooltip>
      ) : null}
      {status?.dataTier ? <DataBadge space={space} tier={status.dataTier} /> : null}
      <JobMenu space={space} />
      <Tooltip label={t("frame.copyLink")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          visibleFrom="sm"
          aria-label={t("frame.copyLink")}
          onClick={() => void copyLink()}
        >
          <IconLink size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <LanguageMenu />
      <ThemeButton />
    </section>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
