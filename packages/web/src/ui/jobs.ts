import type { Job } from "@kleinod/engine/import/history.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { call } from "../api/client.ts";
import { jobQuery, jobsQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";

/** Refreshes every figure of the space once work that may have changed it has ended. */
export function useRefreshWhenJobsEnd(space: Space): void {
  const client = useQueryClient();
  const jobs = useQuery(jobsQuery(space));
  const running = (jobs.data?.jobs ?? []).filter((job) => job.state === "running").length;
  const before = useRef(running);
  useEffect(() => {
    if (before.current > 0 && running < before.current) void client.invalidateQueries({ queryKey: [space] });
    before.current = running;
  }, [running, space, client]);
}

/** One job, followed until it ends. */
export function useJob(space: Space, id: string | null) {
  return useQuery({ ...jobQuery(space, id ?? "none"), enabled: id !== null });
}

export function useCancelJob(space: Space) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<Job>(`/jobs/${encodeURIComponent(id)}`, space, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: [space, "jobs"] }),
  });
}

/** A call that answers with a job; the list of running work shows it at once. */
export function useStartJob<Argument>(space: Space, start: (argument: Argument) => Promise<Job>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: start,
    onSuccess: () => client.invalidateQueries({ queryKey: [space, "jobs"] }),
  });
}

/** Follows a job and calls back once when it ends well. */
export function useWhenDone(job: Job | undefined, done: (job: Job) => void): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (job?.state === "done" && told.current !== job.id) {
      told.current = job.id;
      done(job);
    }
  }, [job, done]);
}
