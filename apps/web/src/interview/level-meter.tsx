import { useEffect, useRef, useState } from 'react';

/** How loud the microphone hears one: a meter that shows whether it hears anything at all. The sound goes nowhere. */
export function LevelMeter() {
  const meter = useRef<HTMLMeterElement>(null);
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    let live = true;
    let frame = 0;
    let stream: MediaStream | undefined;
    let context: AudioContext | undefined;
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!live) return close();
      context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 512;
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      const draw = (): void => {
        analyser.getFloatTimeDomainData(samples);
        const loud = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
        // Speech at arm's length lies around 0.05; the root makes a whisper visible.
        if (meter.current) meter.current.value = Math.min(1, Math.sqrt(loud) * 2.2);
        frame = requestAnimationFrame(draw);
      };
      draw();
    };
    const close = (): void => {
      cancelAnimationFrame(frame);
      for (const track of stream?.getTracks() ?? []) track.stop();
      void context?.close();
    };
    open().catch(() => live && setReason('The level cannot be shown: the browser gives no sound to the page.'));
    return () => {
      live = false;
      close();
    };
  }, []);
  return reason === null ? (
    <meter ref={meter} className="level-meter" min={0} max={1} low={0.15} aria-label="How loud you are heard" />
  ) : (
    <span className="tiny soft">{reason}</span>
  );
}
