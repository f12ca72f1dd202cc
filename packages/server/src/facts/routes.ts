import { type AppParts, newRoutes } from "../app-env.ts";
import { captureRoutes } from "./capture-routes.ts";
import { duplicateRoutes } from "./duplicate-routes.ts";
import { qualityRoutes } from "./quality-routes.ts";
import { timeSampleRoutes } from "./time-sample-routes.ts";
import { viewRoutes } from "./view-routes.ts";

export function factsRoutes(parts: AppParts) {
  return newRoutes()
    .route("/", viewRoutes(parts))
    .route("/", duplicateRoutes(parts))
    .route("/", qualityRoutes(parts))
    .route("/", captureRoutes(parts))
    .route("/", timeSampleRoutes(parts));
}
