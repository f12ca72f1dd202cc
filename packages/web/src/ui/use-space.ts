import { useParams } from "@tanstack/react-router";
import type { Space } from "../api/types.ts";

/** The space of the address: the reader's own company or the example. */
export function useSpace(): Space {
  const { space } = useParams({ strict: false });
  return space === "example" ? "example" : "company";
}
