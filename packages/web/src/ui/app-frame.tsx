import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { useRefreshWhenJobsEnd } from "./jobs.ts";
import { MadeOfProvider } from "./made-of.tsx";
import { Rail, SubNav } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import { useSpace } from "./use-space.ts";

/** Rail, top bar and page; on a phone the rail becomes a bar at the bottom. */
export function AppFrame() {
  const { t } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  useRefreshWhenJobsEnd(space);
  return (
    <MadeOfProvider>
      <a className="k-skip" href="#page">
        {t("frame.skip")}
      </a>
      <div className="k-frame">
        <Rail space={space} />
        <TopBar space={space} status={status.data ?? null} />
        <main id="page" className="k-page" tabIndex={-1}>
          <SubNav space={space} />
          <Outlet />
        </main>
        <BottomBar space={space} />
      </div>
    </MadeOfProvider>
  );
}
