import { Random } from "../../random.ts";
import { fieldRepCount } from "../market/economics.ts";
import type { Population } from "../market/population.ts";
import { describeFirm, plain } from "../master/firm.ts";
import { drawPerson, type Person } from "../master/people.ts";
import type { ServiceRole } from "./roles.ts";

const headcounts: Record<Exclude<ServiceRole["code"], "logistics" | "billing" | "management">, number> = {
  insideSales: 24,
  fieldSales: fieldRepCount,
  keyAccount: 6,
  expert: 9,
  service: 11,
};
type StaffedRole = keyof typeof headcounts;

/** Somebody on the supplier's side. */
export interface Employee {
  /** `Nadja Keller` */
  readonly name: string;
  /** As SAP knows the user, at most twelve characters: `KELLERN07`. */
  readonly user: string;
}

/** Who serves the customers. Invented, and the same for the same seed. */
export class Staff {
  readonly #seed: number;
  readonly #population: Population;
  readonly #people: Record<StaffedRole, readonly Employee[]>;
  /** Field rep of each customer, by postcode; 0: not yet asked for. */
  readonly #rep: Uint8Array;

  constructor(seed: number, population: Population) {
    this.#seed = seed;
    this.#population = population;
    this.#rep = new Uint8Array(population.size);
    const random = new Random(seed, "staff");
    let number = 0;
    const draw = (count: number) =>
      Array.from({ length: count }, () => employee(drawPerson("de", random), ++number));
    this.#people = {
      insideSales: draw(headcounts.insideSales),
      fieldSales: draw(headcounts.fieldSales),
      keyAccount: draw(headcounts.keyAccount),
      expert: draw(headcounts.expert),
      service: draw(headcounts.service),
    };
  }

  /** Somebody of the role: the customer's own rep in the field, else whoever is free. */
  of(role: ServiceRole["code"], customer: number, random: Random): Employee {
    const people = this.#people[role in this.#people ? (role as StaffedRole) : "insideSales"];
    const index =
      role === "fieldSales" && customer >= 0 ? this.#repOf(customer) : random.below(people.length);
    return people[index] as Employee;
  }

  #repOf(customer: number): number {
    const known = this.#rep[customer] as number;
    if (known > 0) return known - 1;
    const firm = describeFirm(this.#seed, this.#population, customer);
    const rep = Number(firm.place.postcode) % fieldRepCount;
    this.#rep[customer] = rep + 1;
    return rep;
  }
}

function employee(person: Person, number: number): Employee {
  const surname = plain(person.surname).replaceAll("-", "").toUpperCase();
  const initial = plain(person.givenName).slice(0, 1).toUpperCase();
  return {
    name: `${person.givenName} ${person.surname}`,
    user: `${surname.slice(0, 8)}${initial}${String(number).padStart(2, "0")}`,
  };
}
