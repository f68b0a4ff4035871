import { useState } from "react";

/**
 * A button that copies a text. Browsers give pages the clipboard only on https and on this machine itself;
 * elsewhere there is no button, and the text can be selected.
 */
export function Copy({ what, text }: { what: string; text: string }) {
  const [said, setSaid] = useState<"Copy" | "Copied" | "Not copied">("Copy");
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return null;
  const copy = async () => {
    setSaid(
      await clipboard.writeText(text).then(
        () => "Copied",
        () => "Not copied",
      ),
    );
    window.setTimeout(() => setSaid("Copy"), 2_000);
  };
  return (
    <button type="button" className="copy" onClick={copy} aria-label={`${said}: ${what}`} aria-live="polite">
      {said}
    </button>
  );
}
