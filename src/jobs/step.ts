import { invariant } from '../std/index.ts';

/**
 * A named step of a job: the smallest thing that a killed process either did or did not do. Steps
 * are declared before they run, so that the tests can kill the program before and after each one.
 */
export interface Step {
  readonly name: string;
  /** What happens in it, and why doing it again does no harm. */
  readonly why: string;
}

const declared = new Map<string, Step>();

/** Declares a folder's steps, name by name (`payments/broadcast`), each with its sentence. */
export function declareSteps<Name extends string>(
  steps: Readonly<Record<Name, string>>,
): Readonly<Record<Name, Step>> {
  const made = {} as Record<Name, Step>;
  for (const name of Object.keys(steps) as Name[]) {
    invariant(!declared.has(name), `the step ${name} is declared once`);
    const step: Step = { name, why: steps[name] };
    declared.set(name, step);
    made[name] = step;
  }
  return made;
}

/** Every declared step, in order of declaration. */
export function declaredSteps(): readonly Step[] {
  return [...declared.values()];
}

let crashAt: string | null = null;

/**
 * Makes the process kill itself at `<step>:before` or `<step>:after`, as a power cut would. Only the
 * demo world sets it, from KAERU_CRASH.
 */
export function crashAtStep(point: string | null): void {
  crashAt = point;
}

/** Runs one step, by its declaration. */
export async function runStep<T>(step: Step, work: () => Promise<T>): Promise<T> {
  invariant(declared.get(step.name) === step, `the step ${step.name} is declared`);
  crashIf(`${step.name}:before`);
  const result = await work();
  crashIf(`${step.name}:after`);
  return result;
}

function crashIf(point: string): void {
  if (crashAt === point) process.kill(process.pid, 'SIGKILL');
}
