import type { Behaviour } from "../market/behaviour.ts";
import type { CostPool } from "../service/cost-pools.ts";
import type { EffortBook } from "../service/effort-book.ts";
import type { ServiceSink } from "../service/service-events.ts";
import type { ChunkWriter } from "../write/chunk-writer.ts";
import type { World } from "./world.ts";

/** A file that is written while the history is played: it takes the events that it is about. */
export interface ServiceFileSink extends ServiceSink {
  readonly writer: ChunkWriter;
}

/** What is known when the history is over. */
export interface History {
  readonly behaviour: Behaviour;
  readonly effort: EffortBook;
  readonly pools: readonly CostPool[];
}

export type OpenServiceFile = (world: World, path: string) => Promise<ServiceFileSink>;
/** Returns the rows written. */
export type WriteAfterHistory = (world: World, history: History, path: string) => Promise<number>;
