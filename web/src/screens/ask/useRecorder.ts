/** A recording from the device's microphone, of at most 30 seconds. */
import { useCallback, useEffect, useRef, useState } from "react";

export const LONGEST_SECONDS = 30;
/** What the server takes, the smallest first. */
const FORMS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
const BITS_A_SECOND = 24_000;

const formHere = (): string | undefined =>
  typeof MediaRecorder === "undefined" ? undefined : FORMS.find((form) => MediaRecorder.isTypeSupported(form));

export const canRecord = (): boolean => formHere() !== undefined && navigator.mediaDevices !== undefined;

export interface Recorder {
  /** How long it has been running; null while nothing is recorded. */
  seconds: number | null;
  /** The person or the device did not let us listen. */
  refused: boolean;
  start: () => Promise<void>;
  /** Hands the recording over. */
  finish: () => void;
  /** Throws the recording away. */
  cancel: () => void;
}

export function useRecorder(onRecorded: (recording: Blob) => void): Recorder {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const running = useRef<{ recorder: MediaRecorder; wanted: boolean } | null>(null);

  const end = useCallback((wanted: boolean) => {
    if (!running.current) return;
    running.current.wanted = wanted;
    running.current.recorder.stop();
  }, []);

  useEffect(() => () => end(false), [end]);
  useEffect(() => {
    if (seconds === null) return;
    if (seconds >= LONGEST_SECONDS) end(true);
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds, end]);

  const start = async () => {
    const mimeType = formHere();
    if (running.current || !mimeType) return;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    setRefused(stream === null);
    if (!stream) return;
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_A_SECOND });
    const now = { recorder, wanted: false };
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      running.current = null;
      setSeconds(null);
      if (now.wanted) onRecorded(new Blob(parts, { type: mimeType }));
    };
    running.current = now;
    recorder.start();
    setSeconds(0);
  };

  return { seconds, refused, start, finish: () => end(true), cancel: () => end(false) };
}
