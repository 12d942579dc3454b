// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface Transferable {
  function transfer(address to, uint256 value) external;
}

/// A deposit address that is a contract: whatever arrives is passed on to its parent.
contract Forwarder {
  address payable public immutable parent;

  error OnlyParent();

  constructor(address payable parent_) {
    parent = parent_;
  }

  receive() external payable {
    (bool passed, ) = parent.call{value: msg.value}("");
    require(passed);
  }

  /// Passes a token on. The token may return nothing, so its answer is not looked at.
  function flush(address token, uint256 value) external {
    if (msg.sender != parent) revert OnlyParent();
    Transferable(token).transfer(parent, value);
  }
}

/// Makes forwarders by CREATE2 (EIP-1014), so that their addresses are known before they exist. The
/// same salt gives the same address on another network only if the factory has the same address.
contract ForwarderFactory {
  event Made(address forwarder, bytes32 salt);

  function make(address payable parent, bytes32 salt) external returns (address) {
    Forwarder forwarder = new Forwarder{salt: salt}(parent);
    emit Made(address(forwarder), salt);
    return address(forwarder);
  }

  function addressOf(address payable parent, bytes32 salt) external view returns (address) {
    bytes32 code = keccak256(abi.encodePacked(type(Forwarder).creationCode, abi.encode(parent)));
    bytes32 hash = keccak256(abi.encodePacked(bytes1(0xff), address(this), salt, code));
    return address(uint160(uint256(hash)));
  }
}
