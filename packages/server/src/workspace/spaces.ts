import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { announceOwner, type Owner, withdrawOwner } from "@kleinod/data/workspace/owner.ts";

/** Own data and the example never mix: two directories, two stores, one of them named in every request. */
export const spaceNames = ["company", "example"] as const;
export type SpaceName = (typeof spaceNames)[number];

export interface SpacesOptions {
  readonly directories: Readonly<Record<SpaceName, string>>;
  /** The day of import and measuring in the company's space; default: today. */
  readonly today?: () => string;
}

/** The example lives on a fixed day, so that it looks the same whenever it is opened. */
export const exampleDay = "2026-11-20";
const markerFile = "example.json";

/** Whether a directory holds a complete example; a directory that was left half made has no marker. */
export function holdsExample(directory: string): boolean {
  return existsSync(join(directory, markerFile));
}

/** Opens each data directory at its first use and once; says in lock.json who owns it. */
export class Spaces {
  readonly #directories: Readonly<Record<SpaceName, string>>;
  readonly #today: (() => string) | undefined;
  readonly #open = new Map<SpaceName, Promise<Workspace>>();
  #owner: Owner | undefined;

  constructor(options: SpacesOptions) {
    this.#directories = {
      company: resolve(options.directories.company),
      example: resolve(options.directories.example),
    };
    this.#today = options.today;
  }

  directory(name: SpaceName): string {
    return this.#directories[name];
  }

  /** @throws StoreOwnedElsewhere when another process owns the directory; the next call tries again. */
  workspace(name: SpaceName): Promise<Workspace> {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const opening = this.#openSpace(name);
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  exampleIsReady(): boolean {
    return holdsExample(this.#directories.example);
  }

  /** Throws away what an earlier attempt left in the example's directory. */
  async emptyExample(): Promise<Workspace> {
    const opening = this.#renewExample();
    this.#open.set("example", opening);
    opening.catch(() => this.#open.delete("example"));
    return opening;
  }

  async completeExample(): Promise<void> {
    const text = JSON.stringify({ company: "Alpfix AG", asOf: exampleDay });
    await writeFile(join(this.#directories.example, markerFile), `${text}\n`);
  }

  /** From now on lock.json of every open directory names this owner. */
  async announce(owner: Owner): Promise<void> {
    this.#owner = owner;
    for (const opening of this.#open.values()) {
      const workspace = await opening;
      await announceOwner(workspace.directory, owner);
    }
  }

  async close(): Promise<void> {
    const all = [...this.#open.values()];
    this.#open.clear();
    for (const opening of all) {
      const workspace = await opening.catch(() => null);
      if (workspace === null) continue;
      if (this.#owner !== undefined) await withdrawOwner(workspace.directory);
      await workspace.close();
    }
  }

  async #openSpace(name: SpaceName): Promise<Workspace> {
    const directory = this.#directories[name];
    const today = name === "example" ? () => exampleDay : this.#today;
    const workspace = await openWorkspace({ directory, ...(today === undefined ? {} : { today }) });
    if (this.#owner !== undefined) await announceOwner(directory, this.#owner);
    return workspace;
  }

  async #renewExample(): Promise<Workspace> {
    // Opening it first proves that nobody else is at work there.
    const before = await (this.#open.get("example") ?? this.#openSpace("example"));
    await before.close();
    await rm(this.#directories.example, { recursive: true, force: true });
    return this.#openSpace("example");
  }
}
