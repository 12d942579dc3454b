export { countJobs, type JobCount } from './count-jobs.ts';
export { alone, takeTurn } from './lock.ts';
export { type Again, defineJob, type Job, Queue, type Sender, type Worker } from './queue.ts';
export { crashAtStep, declaredSteps, declareSteps, runStep, type Step } from './step.ts';
