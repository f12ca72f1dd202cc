import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { planQuery } from "../api/programme-queries.ts";
import { statusQuery } from "../api/queries.ts";
import { segmentListQuery } from "../api/segment-queries.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { PlanBoard } from "./board/plan-board.tsx";
import "./programme.css";

/** One plan: levers by segment, what rules say, what it gives and takes, and when. */
export function BoardPage() {
  const space = useSpace();
  const { planId } = useParams({ from: "/$space/programme/$planId" });
  const { version } = useSearch({ from: "/$space/programme/$planId" });
  const id = Number(planId);
  const status = useQuery(statusQuery(space));
  const segments = useQuery(segmentListQuery(space));
  const head = useQuery(planQuery(space, id));
  const newest = head.data?.head.versions[0]?.version;
  const wanted = version === undefined ? newest : Number(version);
  // People go on working with the newest version, also while an older one is active.
  const shown = useQuery({ ...planQuery(space, id, wanted ?? null), enabled: wanted !== undefined });
  const failed = [status, segments, head, shown].find((query) => query.isError);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (status.data === undefined || segments.data === undefined || shown.data === undefined) {
    return <PageSkeleton />;
  }
  return (
    <PlanBoard
      key={`${id} ${version ?? ""}`}
      answer={shown.data}
      status={status.data}
      segments={segments.data.segments}
    />
  );
}
