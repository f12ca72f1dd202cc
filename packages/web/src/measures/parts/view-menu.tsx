import { ActionIcon, Button, Group, Modal, Popover, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { viewsQuery } from "../../api/queries.ts";
import type { SavedView, Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { type ExplorerState, explorerQuery, stateOfQuery } from "../explorer-state.ts";

interface ViewMenuProps {
  space: Space;
  state: ExplorerState;
  onChoose: (state: ExplorerState) => void;
}

/** Views kept by name. Taking one away can be undone. */
export function ViewMenu({ space, state, onChoose }: ViewMenuProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const views = useQuery(viewsQuery(space));
  const [naming, { open, close }] = useDisclosure(false);
  const [listed, setListed] = useState(false);
  const [name, setName] = useState("");
  const refresh = () => client.invalidateQueries({ queryKey: [space, "views"] });
  const problem = (error: unknown) => notifyProblem(t("customers.viewFailed"), error, t("errors.kept"));
  const add = useMutation({
    mutationFn: (view: Omit<SavedView, "id">) =>
      call<SavedView>("/views", space, { method: "POST", body: view }),
    onSuccess: refresh,
    onError: problem,
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) =>
      call<unknown>(`/views/${encodeURIComponent(view.id)}`, space, { method: "DELETE" }),
    onSuccess: (_, view) => {
      void refresh();
      notifyWithUndo(t("customers.viewRemoved", { name: view.name }), t("frame.undo"), () =>
        add.mutate({ name: view.name, page: view.page, query: view.query }),
      );
    },
    onError: problem,
  });
  const save = () => {
    if (name.trim() === "") return;
    add.mutate({ name: name.trim(), page: "customers", query: explorerQuery(state) });
    setName("");
    close();
  };
  return (
    <>
      <Popover opened={listed} onChange={setListed} position="bottom-end" width={300} shadow="md" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={18} stroke={1.6} />}
            onClick={() => setListed(!listed)}
          >
            {t("customers.views")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          {(views.data?.views ?? []).map((view) => (
            <Group key={view.id} gap={4} wrap="nowrap" justify="space-between">
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => {
                  setListed(false);
                  onChoose(stateOfQuery(view.query));
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("customers.removeView", { name: view.name })}
                onClick={() => remove.mutate(view)}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </Group>
          ))}
          <Button
            variant="light"
            fullWidth
            mt="xs"
            onClick={() => {
              setListed(false);
              open();
            }}
          >
            {t("customers.saveView")}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <Modal
        opened={naming}
        onClose={close}
        title={t("customers.saveView")}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            label={t("customers.viewName")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
            mb="md"
          />
          <Button type="submit" disabled={name.trim() === ""}>
            {t("frame.save")}
          </Button>
        </form>
      </Modal>
    </>
  );
}
