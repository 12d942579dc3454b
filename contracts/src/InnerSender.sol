// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Passes native value on by an inner call: no log, and the transaction's own recipient is this
/// contract. An exchange's address can be paid this way without any top-level transfer to it.
contract InnerSender {
  error CouldNotPass(address target);

  function pass(address payable target) external payable {
    (bool passed, ) = target.call{value: msg.value}("");
    if (!passed) revert CouldNotPass(target);
  }

  /// Pays every target its share, in order: several inner moves in one transaction.
  function passToAll(address payable[] calldata targets) external payable {
    uint256 share = msg.value / targets.length;
    for (uint256 i = 0; i < targets.length; i++) {
      (bool passed, ) = targets[i].call{value: share}("");
      if (!passed) revert CouldNotPass(targets[i]);
    }
  }

  /// Takes value and then fails: everything it moved is undone.
  function passThenFail(address payable target) external payable {
    (bool passed, ) = target.call{value: msg.value}("");
    revert CouldNotPass(passed ? target : address(0));
  }
}
