// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Erc20, StandardErc20} from "./Erc20.sol";

/// Its issuer can stop every transfer; minting goes on.
contract PausedToken is StandardErc20 {
  bool public paused;

  event Paused(bool paused);

  error TransfersArePaused();

  constructor() Erc20("Paused Coin", "PAUS", 18) {}

  function setPaused(bool paused_) external onlyOwner {
    paused = paused_;
    emit Paused(paused_);
  }

  function _move(address from, address to, uint256 value) internal override {
    if (paused) revert TransfersArePaused();
    super._move(from, to, value);
  }
}
