import { Random } from "../../random.ts";
import type { World } from "../export/world.ts";
import type { Behaviour } from "../market/behaviour.ts";
import { channels, unitCosts } from "../market/economics.ts";

/** What serving a small customer takes in a year. Visits, contacts and expert hours are latent: no export holds them yet. */
export interface ServiceEffort {
  readonly visits: number;
  readonly contacts: number;
  readonly expertHours: number;
  /** Last twelve months at full cost, with the unit costs of the reference world. */
  readonly costToServeCents: number;
}

const visitsPerYear = 0.525;
const contactsPerYear = 1.6;
/** Visits lean to customers who order with the rep and to larger sales, as in the reference world. */
const visitWeight = { phone: 1.2, mail: 0.8, web: 0.35, field: 6, edi: 0.35 } as const;
const meanVisitWeight = 1.25;
const meanRootSales = 34;

export function drawServiceEffort(world: World, behaviour: Behaviour, c: number): ServiceEffort {
  const random = new Random(world.seed, "effort", c);
  const channel = channels[world.population.channel[c] as number] ?? channels[0];
  const rootSales = Math.sqrt(Math.max(0, behaviour.salesCentsLast12[c] as number) / 100);
  const visits = random.poisson(
    (visitsPerYear * visitWeight[channel.name] * rootSales) / (meanVisitWeight * meanRootSales),
  );
  const contacts = random.poisson(contactsPerYear * (channel.name === "web" ? 0.8 : 1.1));
  const expertHours = Math.round(random.gamma(0.15, 2) * 100) / 100;
  const orders = behaviour.invoicesLast12[c] as number;
  const costChf =
    orders * (channel.entryChf + unitCosts.logisticsPerOrder) +
    visits * unitCosts.visit +
    contacts * unitCosts.contact +
    expertHours * unitCosts.expertHour +
    unitCosts.fixedPerYear;
  return { visits, contacts, expertHours, costToServeCents: Math.round(costChf * 100) };
}
