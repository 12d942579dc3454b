// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20} from "./Erc20.sol";

/// transfer() answers false, moves nothing and does not revert.
contract ReturnsFalse is Erc20 {
  constructor() Erc20("No Coin", "NOPE", 18) {}

  function transfer(address, uint256) external pure returns (bool) {
    return false;
  }

  function transferFrom(address, address, uint256) external pure returns (bool) {
    return false;
  }
}

/// As above, but it writes a Transfer all the same: the log lies, the balances don't.
contract ReturnsFalseAndLies is Erc20 {
  constructor() Erc20("Mirage Coin", "MIRA", 18) {}

  function transfer(address to, uint256 value) external returns (bool) {
    emit Transfer(msg.sender, to, value);
    return false;
  }

  function transferFrom(address from, address to, uint256 value) external returns (bool) {
    emit Transfer(from, to, value);
    return false;
  }
}
