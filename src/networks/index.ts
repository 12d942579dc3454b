export {
  type Address,
  address,
  checksumAddress,
  deadAddresses,
  isDeadAddress,
  parseAddress,
  parseTxHash,
  type TxHash,
  txHash,
} from './address.ts';
export {
  type AddressFacts,
  type Broadcast,
  broadcast,
  buildTransferCall,
  type CallAnswer,
  callContract,
  decodeLogs,
  estimateTransferGas,
  type FeeQuote,
  type Followed,
  followTransaction,
  hashOfRaw,
  type LoggedTransfer,
  quoteFees,
  type RawLog,
  type ReadingOptions,
  readAddressFacts,
  readBalance,
  readNonce,
  readToken,
  readTransaction,
  type Simulation,
  simulateTransfer,
  type TokenFacts,
  type TransferCall,
  type TransferOrder,
} from './evm/index.ts';
export {
  chainIdOf,
  isNetworkId,
  type Network,
  type NetworkId,
  networkId,
  networkIdOf,
} from './network.ts';
export { type NodeSet, type NodeSetOptions, nodeSet, parseNodeSets } from './node-set.ts';
export { type NetworksProblem, networksProblems } from './problems.ts';
export { type NetworkReading, readEverywhere } from './read-everywhere.ts';
export type {
  ChainReading,
  ChainTransaction,
  PaidFee,
  Sighting,
  TransactionState,
  Unread,
  UnreadWhy,
} from './reading.ts';
export { networkById, networkByName, networkRegistry } from './registry.ts';
export {
  type RpcAnswer,
  type RpcCall,
  type RpcLimits,
  type RpcNode,
  type RpcResult,
  rpcLimits,
  rpcNode,
} from './rpc-node.ts';
export {
  type AssetParts,
  type AttemptedTransfer,
  assetParts,
  type ChainTransfer,
  isTransferPath,
  nativeAsset,
  nftAsset,
  type TransferKey,
  type TransferKeyParts,
  type TransferPath,
  tokenAsset,
  transferKey,
  transferKeyParts,
} from './transfer.ts';
