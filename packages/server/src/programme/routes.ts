import { type AppParts, newRoutes } from "../app-env.ts";
import { optionRoutes } from "./option-routes.ts";
import { planRoutes } from "./plan-routes.ts";

/** Levers, plans and what is computed of them. */
export function programmeRoutes(parts: AppParts) {
  return newRoutes().route("/", optionRoutes(parts)).route("/", planRoutes(parts));
}
