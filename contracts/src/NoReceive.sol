// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A contract that refuses native value: a return sent here fails.
contract NoReceive {
  uint256 public constant answer = 42;
}
