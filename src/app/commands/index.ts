import type { Command } from './command.ts';

/** A command in the list: what it does, and where it is. Only the one that is called is loaded. */
interface Listed {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command by name. */
export const commands: Readonly<Record<string, Listed>> = {
  start: {
    summary: 'starts everything: database, signer, HTTP server, workers, and the demo world',
    load: async () => (await import('./start.ts')).startCommand,
  },
  init: {
    summary: 'lets the first administrators of a deployment in, by a link that works once',
    load: async () => (await import('./init.ts')).initCommand,
  },
  staff: {
    summary: 'unlocks a member of staff who was locked out, or closes an account at once',
    load: async () => (await import('./staff.ts')).staffCommand,
  },
  config: {
    summary: 'checks a configuration file: check',
    load: async () => (await import('./config.ts')).configCommand,
  },
  diagnose: {
    summary: 'says why a deposit is not in the balance, from nodes alone (no database)',
    load: async () => (await import('./diagnose.ts')).diagnoseCommand,
  },
  demo: {
    summary: 'plays in the demo world: story, cause (a mishap), fill',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  audit: {
    summary: 'checks the audit record: verify',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  doctor: {
    summary: 'looks at everything Kaeru leans on, and says what to do where something is wrong',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  serve: {
    summary: 'runs the application of a world that is already started (start calls it)',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
};

export { type Command, exitCodes, UsageError } from './command.ts';
