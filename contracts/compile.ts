import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import solc from 'solc';

/** What is kept of a compiled contract. `abi` is the compiler's JSON, `bytecode` 0x hex. */
export interface Artifact {
  readonly abi: readonly unknown[];
  readonly bytecode: string;
  readonly deployedBytecode: string;
}

interface CompiledContract {
  readonly abi: readonly unknown[];
  readonly evm: {
    readonly bytecode: { readonly object: string };
    readonly deployedBytecode: { readonly object: string };
  };
}

interface CompilerOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, CompiledContract>>;
}

const sourceFolder = join(import.meta.dirname, 'src');

/**
 * Paris is the last EVM without PUSH0, so that the code also runs on networks that lag behind. The
 * metadata (it holds a hash of paths and comments) is left out: the same source, the same bytes.
 */
const settings = {
  evmVersion: 'paris',
  optimizer: { enabled: true, runs: 200 },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
};

/** Compiles everything in contracts/src. Warnings are errors. Contracts without code are left out. */
export function compileContracts(): Map<string, Artifact> {
  const sources = Object.fromEntries(
    readdirSync(sourceFolder)
      .sort()
      .map((name) => [name, { content: readFileSync(join(sourceFolder, name), 'utf8') }]),
  );
  const input = { language: 'Solidity', sources, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as CompilerOutput;
  if (output.errors?.length) {
    throw new Error(output.errors.map((one) => one.formattedMessage).join('\n'));
  }
  const artifacts = new Map<string, Artifact>();
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, compiled] of Object.entries(contracts)) {
      if (compiled.evm.bytecode.object === '') continue;
      artifacts.set(name, {
        abi: compiled.abi,
        bytecode: `0x${compiled.evm.bytecode.object}`,
        deployedBytecode: `0x${compiled.evm.deployedBytecode.object}`,
      });
    }
  }
  return artifacts;
}

/** The text of contracts/artifacts/<Name>.json. */
export function artifactText(artifact: Artifact): string {
  return `${JSON.stringify(artifact, null, 1)}\n`;
}
