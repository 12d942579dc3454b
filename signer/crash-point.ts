let armed: string | null = null;

/** Arms one point, `<step>:before` or `<step>:after`. Only a demo signer does, from KAERU_CRASH. */
export function armCrash(point: string | null): void {
  armed = point;
}

/** Kills the process here if this point is armed, as a power cut would. */
export function crashPoint(point: string): void {
  if (armed === point) process.kill(process.pid, 'SIGKILL');
}
