import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useRef, useState } from "react";

export interface MadeOfTarget {
  /** Column code of the figure. */
  readonly code: string;
  /** Set when the figure is one customer's. */
  readonly customerId?: number;
}

interface MadeOf {
  open(target: MadeOfTarget): void;
}

const MadeOfContext = createContext<MadeOf | null>(null);

const MadeOfDrawer = lazy(() =>
  import("./made-of-drawer.tsx").then((module) => ({ default: module.MadeOfDrawer })),
);

/** Gives every figure below it a way to open the drawer "what am I made of?". */
export function MadeOfProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<MadeOfTarget | null>(null);
  const [opened, setOpened] = useState(false);
  // The drawer arrives opened the first time and so cannot know by itself where the keyboard was.
  const opener = useRef<Element | null>(null);
  const madeOf = useMemo<MadeOf>(
    () => ({
      open: (wanted) => {
        opener.current = document.activeElement;
        setTarget(wanted);
        setOpened(true);
      },
    }),
    [],
  );
  return (
    <MadeOfContext value={madeOf}>
      {children}
      {target === null ? null : (
        <Suspense fallback={null}>
          <MadeOfDrawer
            target={target}
            opened={opened}
            onClose={() => setOpened(false)}
            onClosed={() => {
              if (opener.current instanceof HTMLElement) opener.current.focus();
            }}
          />
        </Suspense>
      )}
    </MadeOfContext>
  );
}

/** @throws Error outside of the frame: a figure there could not answer what it is made of. */
export function useMadeOf(): MadeOf {
  const madeOf = useContext(MadeOfContext);
  if (madeOf === null) throw new Error("useMadeOf is used outside of MadeOfProvider (the app frame)");
  return madeOf;
}
