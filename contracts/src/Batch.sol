// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface Token {
  function transferFrom(address from, address to, uint256 value) external;
}

/// Pays many people from the caller's allowance: several transfers in one transaction.
contract Batch {
  error LengthsDiffer();

  function pay(address token, address[] calldata to, uint256[] calldata values) external {
    if (to.length != values.length) revert LengthsDiffer();
    for (uint256 i = 0; i < to.length; i++) Token(token).transferFrom(msg.sender, to[i], values[i]);
  }
}
