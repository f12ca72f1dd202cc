import { type AppParts, newRoutes } from "../app-env.ts";
import { baseRoutes } from "./base-routes.ts";
import { coherenceRoutes } from "./coherence-routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { deviationRoutes } from "./deviation-routes.ts";
import { doublingRoutes } from "./doubling-routes.ts";
import { effortRoutes } from "./effort-routes.ts";
import { offerRoutes } from "./offer-routes.ts";
import { optimiseRoutes } from "./optimise-routes.ts";
import { optionRoutes } from "./option-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { simulationRoutes } from "./simulation-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";

/** Levers, plans and what is computed of them. */
export function programmeRoutes(parts: AppParts) {
  return newRoutes()
    .route("/", optionRoutes(parts))
    .route("/", planRoutes(parts))
    .route("/", baseRoutes(parts))
    .route("/", coherenceRoutes(parts))
    .route("/", doublingRoutes(parts))
    .route("/", offerRoutes(parts))
    .route("/", transferRoutes(parts))
    .route("/", deviationRoutes(parts))
    .route("/", decisionRoutes(parts))
    .route("/", simulationRoutes(parts))
    .route("/", optimiseRoutes(parts))
    .route("/", effortRoutes());
}
