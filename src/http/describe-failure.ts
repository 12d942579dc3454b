import { removeSecrets } from '../recovery/index.ts';

const messageCharactersMax = 300;

/**
 * What the log keeps of an error: its kind and where it happened. The fields that a database driver
 * adds hold values of rows, and so may a message: they stay out, or are cleaned.
 */
export function describeFailure(error: Error): Readonly<Record<string, string>> {
  const code = (error as { readonly code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: removeSecrets(error.message.slice(0, messageCharactersMax)).text,
    at: frames.slice(0, 12).join('\n'),
  };
}
