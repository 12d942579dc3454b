// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20, StandardErc20} from "./Erc20.sol";

/// A token whose issuer moved on to another contract; the old one still moves, but nobody lists it.
contract MigratedToken is StandardErc20 {
  address public successor;

  event Migrated(address successor);

  constructor(string memory name_, string memory symbol_, uint8 decimals_)
    Erc20(name_, symbol_, decimals_)
  {}

  function migrateTo(address successor_) external onlyOwner {
    successor = successor_;
    emit Migrated(successor_);
  }
}
