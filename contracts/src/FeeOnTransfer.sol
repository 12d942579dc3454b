// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20, StandardErc20} from "./Erc20.sol";

/// Keeps 1 % of every transfer: what arrives is less than what was sent.
contract FeeOnTransfer is StandardErc20 {
  uint256 private constant PERCENT = 100;

  constructor() Erc20("Toll Coin", "TOLL", 18) {}

  function _move(address from, address to, uint256 value) internal override {
    uint256 toll = value / PERCENT;
    super._move(from, to, value - toll);
    if (toll > 0) super._move(from, owner, toll);
  }
}
