import { type AppParts, newRoutes } from "../app-env.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { deviationRoutes } from "./deviation-routes.ts";
import { offerRoutes } from "./offer-routes.ts";
import { optionRoutes } from "./option-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";

/** Levers, plans and what is computed of them. */
export function programmeRoutes(parts: AppParts) {
  return newRoutes()
    .route("/", optionRoutes(parts))
    .route("/", planRoutes(parts))
    .route("/", offerRoutes(parts))
    .route("/", transferRoutes(parts))
    .route("/", deviationRoutes(parts))
    .route("/", decisionRoutes(parts));
}
