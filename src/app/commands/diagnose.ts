import { diagnoseCommand as run } from '../diagnose/index.ts';
import type { Command } from './command.ts';

/** Why a deposit is not in the balance, from nodes alone. */
export const diagnoseCommand: Command = {
  usage: `kaeru diagnose --tx ID --rpc NAME=URL [--rpc …] --ours ADDRESS [--ours …]
               [--facts FILE] [--json] [--language ja|en]
  --tx        a transaction id, or any text that holds one
  --rpc       a node: ethereum=http://… or evm:61=http://…; the same name again adds a node
  --ours      an address of the exchange whose key is held, the claimant's own
  --facts     what else is known (docs/reference/cli-diagnose.md)
  --json      for scripts
Exit codes: 0 diagnosed · 2 bad input · 3 found nowhere, and a network gave no answer`,
  run: (args) => run(args, process),
};
