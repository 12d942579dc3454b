// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20} from "./Erc20.sol";

/// 6 decimals, and functions that return no value, as the best-known stablecoin's do. A caller that
/// decodes a bool from their answer fails.
contract TetherLike is Erc20 {
  constructor() Erc20("Tether USD", "USDT", 6) {}

  function transfer(address to, uint256 value) external {
    _move(msg.sender, to, value);
  }

  function transferFrom(address from, address to, uint256 value) external {
    _spendAllowance(from, value);
    _move(from, to, value);
  }

  function approve(address spender, uint256 value) external {
    _approve(spender, value);
  }
}
