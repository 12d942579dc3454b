// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The least of an ERC-1155: single and batch transfers, which log many moves in one entry.
contract MultiToken {
  address public immutable maker;
  mapping(uint256 => mapping(address => uint256)) private balances;

  event TransferSingle(
    address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value
  );
  event TransferBatch(
    address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values
  );

  error NotAllowed();
  error NotEnough(uint256 id);

  constructor() {
    maker = msg.sender;
  }

  function supportsInterface(bytes4 id) external pure returns (bool) {
    return id == 0x01ffc9a7 || id == 0xd9b67a26;
  }

  function balanceOf(address holder, uint256 id) external view returns (uint256) {
    return balances[id][holder];
  }

  function mint(address to, uint256 id, uint256 value) external {
    if (msg.sender != maker) revert NotAllowed();
    balances[id][to] += value;
    emit TransferSingle(msg.sender, address(0), to, id, value);
  }

  function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes calldata)
    external
  {
    _move(from, to, id, value);
    emit TransferSingle(msg.sender, from, to, id, value);
  }

  function safeBatchTransferFrom(
    address from,
    address to,
    uint256[] calldata ids,
    uint256[] calldata values,
    bytes calldata
  ) external {
    if (ids.length != values.length) revert NotAllowed();
    for (uint256 i = 0; i < ids.length; i++) _move(from, to, ids[i], values[i]);
    emit TransferBatch(msg.sender, from, to, ids, values);
  }

  function _move(address from, address to, uint256 id, uint256 value) private {
    if (msg.sender != from) revert NotAllowed();
    if (balances[id][from] < value) revert NotEnough(id);
    balances[id][from] -= value;
    balances[id][to] += value;
  }
}
