export {
  diagnoseCommand,
  diagnoseExitCodes,
  type Output,
} from './diagnose-command.ts';
export { factsFileSchema } from './facts-file.ts';
