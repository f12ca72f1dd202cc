import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { closeButton } from "./notify.ts";

/** "Done – undo": stays long enough to be reached with the keyboard. */
export function notifyWithUndo(message: string, undoLabel: string, undo: () => void): void {
  const id = `undo-${message}`;
  const run = () => {
    notifications.hide(id);
    undo();
  };
  notifications.hide(id);
  notifications.show({
    id,
    color: "petrol",
    withBorder: true,
    autoClose: 10_000,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="xs" variant="light" onClick={run}>
          {undoLabel}
        </Button>
      </Group>
    ),
  });
}
