import { visibleAreas } from "@kleinod/engine/areas.ts";
import { Menu } from "@mantine/core";
import { IconClockPause, IconDots, IconHome, IconNotes, IconSettings, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { areaIcons } from "./area-icons.ts";
import { isWithin, useCurrentPath } from "./rail.tsx";

/** On a phone: the four pages that matter when standing, and the way to all others. */
export function BottomBar({ space }: { space: Space }) {
  const { t } = useTexts();
  const current = useCurrentPath(space);
  const items = [
    { to: "/$space/overview", path: "overview", label: t("frame.bottom.overview"), icon: IconHome },
    { to: "/$space/quiet", path: "quiet", label: t("frame.bottom.quiet"), icon: IconClockPause },
    { to: "/$space/customers", path: "customers", label: t("frame.bottom.customers"), icon: IconUsers },
    { to: "/$space/work", path: "work", label: t("frame.bottom.work"), icon: IconNotes },
  ] as const;
  return (
    <nav className="k-bottom" aria-label={t("frame.bottom.label")}>
      {items.map(({ to, path, label, icon: ItemIcon }) => (
        <Link key={to} to={to} params={{ space }} data-current={isWithin(current, path) || undefined}>
          <ItemIcon size={22} stroke={1.6} aria-hidden />
          {label}
        </Link>
      ))}
      <AllPages space={space} />
    </nav>
  );
}

function AllPages({ space }: { space: Space }) {
  const { t, pick } = useTexts();
  return (
    <Menu position="top-end" width={260}>
      <Menu.Target>
        <button type="button">
          <IconDots size={22} stroke={1.6} aria-hidden />
          {t("frame.bottom.more")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {visibleAreas.map((area) => {
          const AreaIcon = areaIcons[area.code];
          const first = area.pages[0];
          return first === undefined ? null : (
            <Menu.Item
              key={area.code}
              component={Link}
              to={`/$space/${first.path}`}
              params={{ space } as never}
              leftSection={<AreaIcon size={20} stroke={1.6} aria-hidden />}
              style={{ minHeight: 44 }}
            >
              {pick(area.label)}
            </Menu.Item>
          );
        })}
        <Menu.Item
          component={Link}
          to="/$space/settings"
          params={{ space } as never}
          leftSection={<IconSettings size={20} stroke={1.6} aria-hidden />}
          style={{ minHeight: 44 }}
        >
          {t("frame.settings")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
