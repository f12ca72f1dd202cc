import { IconClockPause, IconDatabase, IconHome, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { isWithin, useCurrentPath } from "./rail.tsx";

/** On a phone: the four pages that matter when standing. */
export function BottomBar({ space }: { space: Space }) {
  const { t } = useTexts();
  const current = useCurrentPath(space);
  const items = [
    { to: "/$space/overview", path: "overview", label: t("frame.bottom.overview"), icon: IconHome },
    { to: "/$space/quiet", path: "quiet", label: t("frame.bottom.quiet"), icon: IconClockPause },
    { to: "/$space/customers", path: "customers", label: t("frame.bottom.customers"), icon: IconUsers },
    { to: "/$space/data", path: "data", label: t("frame.bottom.data"), icon: IconDatabase },
  ] as const;
  return (
    <nav className="k-bottom" aria-label={t("frame.bottom.label")}>
      {items.map(({ to, path, label, icon: ItemIcon }) => (
        <Link key={to} to={to} params={{ space }} data-current={isWithin(current, path) || undefined}>
          <ItemIcon size={22} stroke={1.6} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
