// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20, StandardErc20} from "./Erc20.sol";

/// Calls itself what its maker chose ("WBTC"), and is worth nothing.
contract LiarToken is StandardErc20 {
  constructor(string memory name_, string memory symbol_, uint8 decimals_)
    Erc20(name_, symbol_, decimals_)
  {}

  /// Writes a Transfer that did not happen: any sender, any recipient.
  function pretend(address from, address to, uint256 value) external onlyOwner {
    emit Transfer(from, to, value);
  }
}
