import { isCode, listFiles } from "../lib/files.mjs";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const fileNames = {
  title: "file names",
  guards: "Folders and code files are kebab-case, so that a name found in the code is the name of its file.",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!/^(packages|scripts|bench|scenarios)\//.test(file)) continue;
      if (!isCode(file) && !/\.(css|json|html)$/.test(file)) continue;
      const wrong = file.split("/").find((part) => !kebabCase.test(part));
      if (wrong !== undefined)
        problems.push({ file, message: `"${wrong}" is not kebab-case, like call-list.ts` });
    }
    return { problems };
  },
};
