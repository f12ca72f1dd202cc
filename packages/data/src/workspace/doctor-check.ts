export interface Text {
  readonly de: string;
  readonly en: string;
}

/** One thing that was looked at. */
export interface DoctorCheck {
  /** Stable code, e.g. `linesCounted`. */
  readonly code: string;
  readonly ok: boolean;
  readonly message: Text;
  /** What to do; null when nothing is to be done. */
  readonly cure: Text | null;
}

export const fine = (code: string, de: string, en: string): DoctorCheck => ({
  code,
  ok: true,
  message: { de, en },
  cure: null,
});

export const wrong = (code: string, message: Text, cure: Text): DoctorCheck => ({
  code,
  ok: false,
  message,
  cure,
});

/** What helps when facts contradict each other: nothing a person should mend by hand. */
export const restoreOrReport: Text = {
  de: "Stellen Sie die letzte Sicherung wieder her (kleinod restore), und melden Sie den Fehler mit dieser Ausgabe.",
  en: "Restore the last backup (kleinod restore), and report the fault with this output.",
};

/** Runs a check; an error of its own is a finding too. */
export async function attempt(code: string, check: () => Promise<DoctorCheck>): Promise<DoctorCheck> {
  try {
    return await check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return wrong(
      code,
      { de: `Konnte nicht geprüft werden: ${reason}`, en: `Could not be checked: ${reason}` },
      restoreOrReport,
    );
  }
}
