import { userInfo } from "node:os";

/** Who decides, until sign-in exists: the person logged in on this machine. */
export function localAuthor(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id that has no name.
    return "local";
  }
}
