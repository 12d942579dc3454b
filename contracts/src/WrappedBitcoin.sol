// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20, StandardErc20} from "./Erc20.sol";

/// Stands in for a wrapped bitcoin: 8 decimals, well behaved.
contract WrappedBitcoin is StandardErc20 {
  constructor() Erc20("Wrapped BTC", "WBTC", 8) {}
}
