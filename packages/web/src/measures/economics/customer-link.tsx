import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

interface CustomerLinkProps {
  id: number;
  name: string;
  /** The page of the customer, or what the cost is made of. */
  to?: "customer" | "cost";
}

/** A name in a table: on one line, cut where it is too long, whole on hover. */
export function CustomerLink({ id, name, to = "customer" }: CustomerLinkProps) {
  const space = useSpace();
  const params = { space, id: String(id) };
  const look = { size: "sm", title: name, truncate: true, display: "block", maw: "13rem" } as const;
  return to === "customer" ? (
    <TextLink to="/$space/customers/$id" params={params} {...look}>
      {name}
    </TextLink>
  ) : (
    <TextLink to="/$space/economics/cost-to-serve/$id" params={params} {...look}>
      {name}
    </TextLink>
  );
}
