import { Button } from "@mantine/core";
import { useState } from "react";
import { t } from "../text";

/** Shares a text with the phone's own sheet, or copies it where there is none. */
export function ShareButton({ title, text, label }: { title: string; text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const share = async () => {
    if ("share" in navigator && navigator.canShare?.({ title, text })) {
      await navigator.share({ title, text }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button size="sm" variant="default" onClick={() => void share()}>
      {copied ? t.app.copied : (label ?? t.app.share)}
    </Button>
  );
}
