/** Roles that serve customers: how exports call them, how many cost centres they have, and how full they are. */
export interface ServiceRole {
  readonly code:
    | "insideSales"
    | "fieldSales"
    | "keyAccount"
    | "expert"
    | "logistics"
    | "billing"
    | "service"
    | "management";
  /** As the files write it. */
  readonly text: string;
  readonly costCentre: string;
  readonly costCentreText: string;
  /** Used ÷ practical capacity. One pool is asked for a little more than it has. */
  readonly utilisation: number;
}

export const serviceRoles: readonly ServiceRole[] = [
  role("insideSales", "Innendienst", "4110", "Verkauf Innendienst", 0.87),
  role("fieldSales", "Aussendienst", "4120", "Verkauf Aussendienst", 0.84),
  role("keyAccount", "Key Account", "4130", "Key-Account-Management", 0.82),
  role("expert", "Anwendungstechnik", "4210", "Anwendungstechnik und Fachberatung", 0.85),
  role("logistics", "Logistik", "4310", "Lager, Rüsten, Versand", 0.89),
  role("billing", "Fakturierung", "4410", "Fakturierung und Debitoren", 1.03),
  role("service", "Kundendienst", "4220", "Kundendienst", 0.86),
  role("management", "Verkaufsleitung", "4100", "Verkaufsleitung und Administration", 0.81),
];

/** Index of each role in `serviceRoles`, for columns. */
export const roleIndex = Object.fromEntries(serviceRoles.map(({ code }, i) => [code, i])) as Record<
  ServiceRole["code"],
  number
>;

function role(
  code: ServiceRole["code"],
  text: string,
  costCentre: string,
  costCentreText: string,
  utilisation: number,
): ServiceRole {
  return { code, text, costCentre, costCentreText, utilisation };
}
