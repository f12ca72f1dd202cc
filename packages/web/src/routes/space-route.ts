import { createRoute, notFound } from "@tanstack/react-router";
import type { Space } from "../api/types.ts";
import { AppFrame } from "../ui/app-frame.tsx";
import { rootRoute } from "./root-route.ts";

/** The frame around every page of the company or of the example. */
export const spaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "$space",
  beforeLoad: ({ params }) => {
    if (!isSpace(params.space)) throw notFound();
  },
  component: AppFrame,
});

function isSpace(value: string): value is Space {
  return value === "company" || value === "example";
}
