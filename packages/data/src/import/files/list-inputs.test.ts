import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listInputs } from "./list-inputs.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kleinod-inputs-"));
  await mkdir(join(root, "exports", "archive"), { recursive: true });
  for (const name of [
    "b.csv",
    "a.xlsx",
    ".hidden.csv",
    "~$a.xlsx",
    "readme.md",
    "data.unknown",
    "archive/old.csv",
  ]) {
    await writeFile(join(root, "exports", name), "a;b\n1;2\n");
  }
  await writeFile(
    join(root, "exports", "program.bin"),
    Buffer.from(Array.from({ length: 100 }, (_, byte) => byte)),
  );
  await writeFile(join(root, "secret.csv"), "a;b\n1;2\n");
});
afterEach(() => rm(root, { recursive: true }));

const list = async (...paths: Parameters<typeof listInputs>) => {
  const result = await listInputs(...paths);
  return {
    files: result.files.map((file) => file.name),
    refused: result.refusals.map(({ refusal }) => refusal.code),
    ignored: result.ignored.length,
  };
};

describe("listInputs", () => {
  it("takes the tables of a folder in order of name, and nothing below it", async () => {
    // Ignored: hidden file, lock file, readme, program, subfolder.
    expect(await list([join(root, "exports")])).toEqual({
      files: ["a.xlsx", "b.csv", "data.unknown"],
      refused: [],
      ignored: 5,
    });
  });

  it("takes a named file once, however often and in whatever spelling it is named", async () => {
    const spelled = join(root, "exports", "..", "exports", "b.csv");
    expect((await list([join(root, "exports", "b.csv"), spelled])).files).toEqual(["b.csv"]);
  });

  it("refuses symbolic links, named or in a folder, and goes on with the rest", async () => {
    await symlink(join(root, "secret.csv"), join(root, "exports", "c.csv"));
    expect(await list([join(root, "exports")])).toMatchObject({
      files: ["a.xlsx", "b.csv", "data.unknown"],
      refused: ["symlink"],
    });
    expect(await list([join(root, "exports", "c.csv")])).toMatchObject({ files: [], refused: ["symlink"] });
    await symlink(join(root, "exports"), join(root, "linked"));
    expect(await list([join(root, "linked")])).toMatchObject({ files: [], refused: ["symlink"] });
  });

  it("refuses what lies outside of the allowed folder, also behind a linked folder", async () => {
    const within = join(root, "exports");
    expect((await list([join(root, "secret.csv")], { within })).refused).toEqual(["pathOutside"]);
    expect((await list([join(within, "..", "secret.csv")], { within })).refused).toEqual(["pathOutside"]);
    await symlink(root, join(within, "up"));
    expect((await list([join(within, "up", "secret.csv")], { within })).refused).toEqual(["pathOutside"]);
    expect((await list([within], { within })).files).toEqual(["a.xlsx", "b.csv", "data.unknown"]);
  });

  it("says what is wrong with a path that leads nowhere", async () => {
    await mkdir(join(root, "empty"));
    const paths = [
      join(root, "none.csv"),
      join(root, "empty"),
      "",
      "a\0b.csv",
      join(root, "secret.csv", "x"),
    ];
    expect((await list(paths)).refused.sort()).toEqual([
      "noInput",
      "notFound",
      "notFound",
      "notFound",
      "notFound",
    ]);
  });
});
