/**
 * The thread of a pool in which simulations run, so that the process stays responsive. Plain JavaScript that brings its own
 * loader of TypeScript, because a thread has none on Node 20.
 */
import { register } from "tsx/esm/api";

// The folder that the command is called in may hold a tsconfig.json of its own; it is none of ours.
register({ tsconfig: false });
const { runSimulationTask } = await import("./run-simulation-task.ts");

export default runSimulationTask;
