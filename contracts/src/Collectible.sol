// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The least of an ERC-721 that wallets and readers of logs need.
contract Collectible {
  string public constant name = "Demo Frogs";
  string public constant symbol = "FROG";
  address public immutable maker;
  mapping(uint256 => address) public ownerOf;
  mapping(address => uint256) public balanceOf;

  event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);

  error NotYours(uint256 tokenId);
  error Taken(uint256 tokenId);

  constructor() {
    maker = msg.sender;
  }

  function supportsInterface(bytes4 id) external pure returns (bool) {
    return id == 0x01ffc9a7 || id == 0x80ac58cd;
  }

  function mint(address to, uint256 tokenId) external {
    if (msg.sender != maker) revert NotYours(tokenId);
    if (ownerOf[tokenId] != address(0)) revert Taken(tokenId);
    ownerOf[tokenId] = to;
    balanceOf[to] += 1;
    emit Transfer(address(0), to, tokenId);
  }

  function transferFrom(address from, address to, uint256 tokenId) external {
    if (ownerOf[tokenId] != from || msg.sender != from) revert NotYours(tokenId);
    balanceOf[from] -= 1;
    balanceOf[to] += 1;
    ownerOf[tokenId] = to;
    emit Transfer(from, to, tokenId);
  }
}
