import { z } from "@hono/zod-openapi";

/** Number of an entry of a register, in the path. */
export const entryParam = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .openapi({ param: { name: "id", in: "path" }, description: "Number of the entry" }),
});
