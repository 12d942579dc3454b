// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A wallet that is a contract: its owner signs, and the contract says whether it agrees (ERC-1271).
contract SmartWallet {
  bytes4 private constant AGREES = 0x1626ba7e;
  bytes4 private constant DISAGREES = 0xffffffff;
  // Half the order of secp256k1: a larger s is the same signature written a second way (EIP-2).
  uint256 private constant HALF_ORDER =
    0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
  address public immutable owner;

  error OnlyOwner();
  error Failed();

  constructor(address owner_) {
    owner = owner_;
  }

  receive() external payable {}

  function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
    if (signature.length != 65) return DISAGREES;
    bytes32 r = bytes32(signature[0:32]);
    bytes32 s = bytes32(signature[32:64]);
    if (uint256(s) > HALF_ORDER) return DISAGREES;
    address signer = ecrecover(hash, uint8(signature[64]), r, s);
    return signer != address(0) && signer == owner ? AGREES : DISAGREES;
  }

  function execute(address target, uint256 value, bytes calldata data) external {
    if (msg.sender != owner) revert OnlyOwner();
    (bool done, ) = target.call{value: value}(data);
    if (!done) revert Failed();
  }
}
