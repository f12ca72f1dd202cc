import { type AreaPage, visibleAreas } from "@kleinod/engine/areas.ts";
import { Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconArrowsExchange, IconChevronsLeft, IconChevronsRight, IconSettings } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { areaIcons } from "./area-icons.ts";
import { BrandMark } from "./brand-mark.tsx";

/** The menu in the order of the line. It folds to icons and remembers that. */
export function Rail({ space }: { space: Space }) {
  const { t, pick } = useTexts();
  const [folded, setFolded] = useLocalStorage({ key: "kleinod.rail", defaultValue: false });
  const current = useCurrentPath(space);
  return (
    <nav className="k-rail" aria-label={t("frame.menu")} data-folded={folded || undefined}>
      <Link to="/" search={{ start: "1" }} className="k-rail-link k-rail-brand" aria-label="Kleinod">
        <BrandMark />
        {folded ? null : "Kleinod"}
      </Link>
      {visibleAreas.map((area) => {
        const AreaIcon = areaIcons[area.code];
        const first = area.pages[0];
        if (first === undefined) return null;
        const inside = area.pages.some((page) => isWithin(current, page.path));
        return (
          <Fragment key={area.code}>
            <RailLink
              space={space}
              page={first}
              label={pick(area.label)}
              icon={<AreaIcon size={20} stroke={1.6} />}
              folded={folded}
              current={inside}
            />
            {inside && !folded && area.pages.length > 1
              ? area.pages.map((page) => (
                  <RailLink
                    key={page.path}
                    space={space}
                    page={page}
                    label={pick(page.label)}
                    sub
                    current={bestPage(current, area.pages) === page.path}
                  />
                ))
              : null}
          </Fragment>
        );
      })}
      <div style={{ flex: 1 }} />
      <RailItem label={space === "example" ? t("frame.toCompany") : t("frame.toExample")} folded={folded}>
        <Link
          to="/$space/overview"
          params={{ space: space === "example" ? "company" : "example" }}
          className="k-rail-link"
          aria-label={space === "example" ? t("frame.toCompany") : t("frame.toExample")}
        >
          <IconArrowsExchange size={20} stroke={1.6} aria-hidden />
          {folded ? null : space === "example" ? t("frame.toCompany") : t("frame.toExample")}
        </Link>
      </RailItem>
      <RailItem label={t("frame.settings")} folded={folded}>
        <Link
          to="/$space/settings"
          params={{ space }}
          className="k-rail-link"
          data-current={current === "settings" || undefined}
          aria-label={t("frame.settings")}
        >
          <IconSettings size={20} stroke={1.6} aria-hidden />
          {folded ? null : t("frame.settings")}
        </Link>
      </RailItem>
      <RailItem label={t("frame.unfold")} folded={folded}>
        <button
          type="button"
          className="k-rail-link"
          aria-expanded={!folded}
          aria-label={folded ? t("frame.unfold") : t("frame.fold")}
          onClick={() => setFolded(!folded)}
        >
          {folded ? (
            <IconChevronsRight size={20} stroke={1.6} />
          ) : (
            <IconChevronsLeft size={20} stroke={1.6} />
          )}
          {folded ? null : t("frame.fold")}
        </button>
      </RailItem>
    </nav>
  );
}

/** On a phone the pages of the current area stand above the page, because the rail is not there. */
export function SubNav({ space }: { space: Space }) {
  const { pick } = useTexts();
  const current = useCurrentPath(space);
  const area = visibleAreas.find((one) => one.pages.some((page) => isWithin(current, page.path)));
  if (area === undefined || area.pages.length < 2) return null;
  return (
    <nav className="k-subnav k-no-print" aria-label={pick(area.label)}>
      {area.pages.map((page) => (
        <Link
          key={page.path}
          to={`/$space/${page.path}` as "/$space/overview"}
          params={{ space }}
          data-current={bestPage(current, area.pages) === page.path || undefined}
        >
          {pick(page.label)}
        </Link>
      ))}
    </nav>
  );
}

interface RailLinkProps {
  space: Space;
  page: AreaPage;
  label: string;
  current: boolean;
  icon?: ReactNode;
  folded?: boolean;
  sub?: boolean;
}

function RailLink({ space, page, label, current, icon, folded = false, sub = false }: RailLinkProps) {
  return (
    <RailItem label={label} folded={folded}>
      <Link
        to={`/$space/${page.path}` as "/$space/overview"}
        params={{ space }}
        className={sub ? "k-rail-link k-rail-sub" : "k-rail-link"}
        data-current={current || undefined}
        aria-label={label}
      >
        {icon}
        {folded ? null : label}
      </Link>
    </RailItem>
  );
}

function RailItem({ label, folded, children }: { label: string; folded: boolean; children: ReactNode }) {
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      {children as React.JSX.Element}
    </Tooltip>
  );
}

/** The path below the space, e.g. `data/quality`. */
export function useCurrentPath(space: Space): string {
  const pathname = useLocation({ select: (location) => location.pathname });
  return pathname.startsWith(`/${space}/`) ? pathname.slice(space.length + 2) : "";
}

export function isWithin(current: string, path: string): boolean {
  return current === path || current.startsWith(`${path}/`);
}

/** The page with the longest path that holds the current one, so that `data/quality` is not also `data`. */
function bestPage(current: string, pages: readonly AreaPage[]): string | null {
  const holding = pages.filter((page) => isWithin(current, page.path));
  return holding.reduce<string | null>(
    (best, page) => (best === null || page.path.length > best.length ? page.path : best),
    null,
  );
}
