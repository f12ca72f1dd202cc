import { visibleAreas } from "@kleinod/engine/areas.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconArrowRight, IconSearch, IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { searchQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { areaIcons } from "./area-icons.ts";

/** Customers, pages and actions in one field, opened with ⌘K or Ctrl K. */
export function SearchBox({ space }: { space: Space }) {
  const { t, pick } = useTexts();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text, 120);
  const found = useQuery(searchQuery(space, settled));
  const wanted = text.trim().toLocaleLowerCase();
  const matches = (label: string) => label.toLocaleLowerCase().includes(wanted);

  const pages: SpotlightActionData[] = visibleAreas.flatMap((area) =>
    area.pages.map((page) => {
      const PageIcon = areaIcons[area.code];
      return {
        id: `page-${page.path}`,
        label: pick(page.label),
        leftSection: <PageIcon size={18} stroke={1.6} />,
        onClick: () => void navigate({ to: `/$space/${page.path}` as "/$space/overview", params: { space } }),
      };
    }),
  );
  const actions: SpotlightActionData[] = [
    {
      id: "action-import",
      label: t("frame.actions.import"),
      onClick: () => void navigate({ to: "/$space/data/import", params: { space: "company" } }),
    },
    {
      id: "action-settings",
      label: t("frame.settings"),
      onClick: () => void navigate({ to: "/$space/settings", params: { space } }),
    },
    {
      id: "action-space",
      label: space === "example" ? t("frame.toCompany") : t("frame.toExample"),
      onClick: () =>
        void navigate({
          to: "/$space/overview",
          params: { space: space === "example" ? "company" : "example" },
        }),
    },
    {
      id: "action-start",
      label: t("frame.actions.start"),
      onClick: () => void navigate({ to: "/", search: { start: "1" } }),
    },
  ].map((action) => ({ ...action, leftSection: <IconArrowRight size={18} stroke={1.6} /> }));
  const customers: SpotlightActionData[] = (wanted === "" ? [] : (found.data?.customers ?? [])).map(
    (hit) => ({
      id: `customer-${hit.customerId}`,
      label: hit.name,
      description: [hit.accountKey, hit.city].filter((part) => part !== null && part !== "").join(" · "),
      leftSection: <IconUser size={18} stroke={1.6} />,
      onClick: () =>
        void navigate({ to: "/$space/customers/$id", params: { space, id: String(hit.customerId) } }),
    }),
  );

  const groups: SpotlightActionGroupData[] = [
    { group: t("frame.searchGroups.customers"), actions: customers },
    { group: t("frame.searchGroups.pages"), actions: pages.filter((page) => matches(page.label ?? "")) },
    { group: t("frame.searchGroups.actions"), actions: actions.filter((one) => matches(one.label ?? "")) },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      query={text}
      onQueryChange={setText}
      // The server has searched the customers already; a second filter here would hide its better matches.
      filter={(_, all) => all}
      shortcut={null}
      scrollable
      attributes={{ content: { "aria-label": t("frame.search") } }}
      maxHeight={440}
      highlightQuery
      nothingFound={found.isFetching ? t("frame.searching") : t("frame.nothingFound")}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t("frame.searchPlaceholder"),
        "aria-label": t("frame.search"),
      }}
    />
  );
}
