import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { StoreOwnedElsewhere } from "../duckdb/connect.ts";
import { transaction } from "../duckdb/transaction.ts";
import { checkRegisters } from "../programme/check-registers.ts";
import { checkActivePlan } from "../programme/plans/check-active-plan.ts";
import { attempt, type DoctorCheck, fine, restoreOrReport, wrong } from "./doctor-check.ts";
import { checkFacts } from "./doctor-facts.ts";
import { reportContext } from "./measure-context.ts";
import { mirrorReady, mirrorVersions, rebuildMirror, recordVersions } from "./mirror.ts";
import { mirrorUnits } from "./mirror-units.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import { readOwner } from "./owner.ts";

const oldestNode = [20, 19] as const;
const leastFreeBytes = 1_000_000_000;

/** Looks at a data directory and says what is wrong and what helps. Opens it, so nobody else may have it open. */
export async function doctor(directory: string): Promise<DoctorCheck[]> {
  const surroundings = await checkSurroundings(directory);
  if (!existsSync(directory)) return surroundings;
  try {
    const workspace = await openWorkspace({ directory });
    try {
      const opened = fine("factsOpen", "Die Fakten lassen sich öffnen.", "The facts open.");
      return [...surroundings, opened, ...(await checkWorkspace(workspace))];
    } finally {
      await workspace.close();
    }
  } catch (error) {
    if (error instanceof StoreOwnedElsewhere) return [...surroundings, await ownedElsewhere(directory)];
    const reason = error instanceof Error ? error.message : String(error);
    return [
      ...surroundings,
      wrong(
        "factsOpen",
        { de: `Die Fakten lassen sich nicht öffnen: ${reason}`, en: `The facts do not open: ${reason}` },
        restoreOrReport,
      ),
    ];
  }
}

/** The same for a directory that this process has open: facts, records, mirror and snapshot. */
export async function checkWorkspace(workspace: Workspace): Promise<DoctorCheck[]> {
  await mirrorReady(workspace);
  const facts = await workspace.write(checkFacts);
  return [
    ...facts,
    await attempt("recordsOpen", () => checkRecords(workspace)),
    await attempt("mirrorEqual", () => checkMirror(workspace)),
    await attempt("snapshotValid", () => checkSnapshot(workspace)),
    await attempt("activePlan", () => checkActivePlan(workspace)),
    await attempt("registersRead", () => checkRegisters(workspace)),
  ];
}

async function checkSurroundings(directory: string): Promise<DoctorCheck[]> {
  return [
    checkNode(process.versions.node),
    await attempt("directoryWritable", () => checkWritable(directory)),
    await attempt("diskSpace", () => checkSpace(directory)),
  ];
}

function checkNode(version: string): DoctorCheck {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isNew) return fine("nodeVersion", `Node ${version} genügt.`, `Node ${version} is new enough.`);
  const wanted = oldestNode.join(".");
  return wrong(
    "nodeVersion",
    { de: `Node ${version} ist zu alt.`, en: `Node ${version} is too old.` },
    { de: `Installieren Sie Node ${wanted} oder neuer.`, en: `Install Node ${wanted} or newer.` },
  );
}

/** The directory, or where it would be created. */
function nearest(directory: string): string {
  return existsSync(directory) ? directory : nearest(dirname(directory));
}

async function checkWritable(directory: string): Promise<DoctorCheck> {
  const place = nearest(directory);
  try {
    await access(place, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(
      "directoryWritable",
      { de: `In ${place} darf nicht geschrieben werden.`, en: `${place} cannot be written to.` },
      {
        de: "Geben Sie Ihrem Benutzer das Recht zu schreiben, oder wählen Sie mit --dir ein anderes Verzeichnis.",
        en: "Give your user the right to write, or choose another directory with --dir.",
      },
    );
  }
  return place === directory
    ? fine("directoryWritable", `${directory} ist beschreibbar.`, `${directory} is writable.`)
    : fine(
        "directoryWritable",
        `${directory} gibt es noch nicht; es wird beim ersten Gebrauch angelegt.`,
        `${directory} does not exist yet; it is created at first use.`,
      );
}

async function checkSpace(directory: string): Promise<DoctorCheck> {
  const { bavail, bsize } = await statfs(nearest(directory));
  const free = bavail * bsize;
  const gigabytes = (free / 1e9).toFixed(1);
  if (free >= leastFreeBytes) return fine("diskSpace", `${gigabytes} GB frei.`, `${gigabytes} GB free.`);
  return wrong(
    "diskSpace",
    { de: `Nur ${gigabytes} GB frei.`, en: `Only ${gigabytes} GB free.` },
    {
      de: "Schaffen Sie mindestens 1 GB Platz; ein Import braucht etwa das Doppelte der Datei.",
      en: "Free at least 1 GB; an import needs about twice the size of the file.",
    },
  );
}

async function ownedElsewhere(directory: string): Promise<DoctorCheck> {
  const owner = await readOwner(directory);
  const who = owner?.address ?? (owner === null ? "?" : `pid ${owner.pid}`);
  return fine(
    "owner",
    `Ein laufendes Kleinod (${who}) hat das Verzeichnis offen; beenden Sie es, um auch die Daten zu prüfen.`,
    `A running Kleinod (${who}) has the directory open; stop it to check the data too.`,
  );
}

async function checkRecords(workspace: Workspace): Promise<DoctorCheck> {
  await recordVersions(await workspace.records());
  return fine("recordsOpen", "Die Entscheide und Notizen lassen sich öffnen.", "Decisions and notes open.");
}

/** What was copied from the records still says the same. */
async function checkMirror(workspace: Workspace): Promise<DoctorCheck> {
  const records = await workspace.records();
  const equal = await workspace.write(async (connection) => {
    const isSameVersion = isDeepStrictEqual(await mirrorVersions(connection), await recordVersions(records));
    const { moved } = await transaction(
      connection,
      () => mirrorUnits(connection, records),
      () => false,
    );
    return isSameVersion && moved === 0;
  });
  if (equal) {
    return fine(
      "mirrorEqual",
      "Parameter und Zusammenführungen gelten auch in den Fakten.",
      "Parameters and merges hold in the facts too.",
    );
  }
  const repaired = await rebuildMirror(workspace);
  return wrong(
    "mirrorEqual",
    {
      de: `Die Fakten kannten nicht alle Parameter oder Zusammenführungen; neu übernommen: ${repaired.join(", ") || "nichts"}.`,
      en: `The facts did not know all parameters or merges; copied again: ${repaired.join(", ") || "nothing"}.`,
    },
    { de: "Starten Sie kleinod measure.", en: "Run kleinod measure." },
  );
}

async function checkSnapshot(workspace: Workspace): Promise<DoctorCheck> {
  const found = await reportContext(workspace, { stale: "latest" });
  if (found.ok && found.context.isCurrent) {
    return fine(
      "snapshotValid",
      `Die Kennzahlen gelten für den ${found.context.asOf}.`,
      `The measures are valid as of ${found.context.asOf}.`,
    );
  }
  if (!found.ok && found.code === "noData") return fine("snapshotValid", found.message.de, found.message.en);
  return wrong(
    "snapshotValid",
    {
      de: "Die Kennzahlen sind älter als die Daten oder Parameter.",
      en: "The measures are older than the data or parameters.",
    },
    { de: "Starten Sie kleinod measure.", en: "Run kleinod measure." },
  );
}
