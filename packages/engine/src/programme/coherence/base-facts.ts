import type { PlanningBase } from "../contracts/base-contract.ts";
import type { SegmentMeans } from "../ledger/segment-means-contract.ts";
import type { FactValue } from "./facts-contract.ts";

/** Utilisation of the scarcest role that grows with the number of customers. */
export function scarcestRole(roles: PlanningBase["roles"]): FactValue {
  const known = roles.flatMap(({ isFixed, capacityMinutes, usedMinutes, label }) =>
    isFixed || capacityMinutes === null || capacityMinutes <= 0
      ? []
      : [{ value: usedMinutes / capacityMinutes, note: label }],
  );
  const scarcest = known.reduce<(typeof known)[number] | null>(
    (most, role) => (most === null || role.value > most.value ? role : most),
    null,
  );
  return (
    scarcest ?? {
      value: null,
      note: { de: "kein Kostenpool nennt eine Kapazität", en: "no cost pool names a capacity" },
    }
  );
}

/** Share of orders by web or EDI; orders of unknown channel may be either. */
export function webOrders({ ordersByChannel: orders }: Pick<SegmentMeans, "ordersByChannel">): FactValue {
  const all = Object.values(orders).reduce((sum, value) => sum + value, 0);
  if (all <= orders.unknown) {
    return { value: null, note: { de: "kein Bestellweg ist bekannt", en: "no entry channel is known" } };
  }
  const light = orders.web + orders.edi;
  return {
    value: light / (all - orders.unknown),
    low: light / all,
    high: (light + orders.unknown) / all,
    note: null,
  };
}

/**
 * Whether there is a light way to order today. Data can tell that there is none; what an order takes the customer, only a person
 * can state.
 */
export function lightOrderPath(web: FactValue): FactValue {
  if (web.value === null) return { value: null, note: web.note };
  if ((web.high ?? web.value) === 0) {
    return {
      value: false,
      note: { de: "niemand bestellt über Web oder EDI", en: "nobody orders by web or EDI" },
    };
  }
  return {
    value: null,
    note: {
      de: "es gibt Web-Bestellungen, aber niemand hat angegeben, wie lange eine den Kunden dauert",
      en: "there are web orders, but nobody stated how long one takes the customer",
    },
  };
}
