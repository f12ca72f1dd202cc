#!/usr/bin/env node
/** The sources are TypeScript and run as they are: no build step between a change and the command. */
import { register } from "tsx/esm/api";

// The folder that the command is called in may hold a tsconfig.json of its own; it is none of ours.
register({ tsconfig: false });
const { run } = await import("../src/main.ts");
process.exitCode = await run(process.argv.slice(2));
