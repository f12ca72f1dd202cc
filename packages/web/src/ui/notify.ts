import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { ApiError } from "../api/client.ts";

export function closeButton() {
  return { "aria-label": i18next.t("frame.close") };
}

export function notifyDone(title: string, message = ""): void {
  notifications.show({ title, message, color: "petrol", withBorder: true, closeButtonProps: closeButton() });
}

/** Says what went wrong in the words of the server, or the given sentence where it had none. */
export function notifyProblem(title: string, error: unknown, fallback: string): void {
  const detail = error instanceof ApiError && error.message !== "" ? error.message : fallback;
  notifications.show({
    title,
    message: detail,
    color: "amber",
    withBorder: true,
    autoClose: 12_000,
    closeButtonProps: closeButton(),
  });
}
