import { kleinodVersion } from "@kleinod/data/workspace/status.ts";

/** The version of Kleinod; all packages carry the same. */
export const version: string = kleinodVersion();
