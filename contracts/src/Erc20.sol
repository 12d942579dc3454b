// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The part that the demo's honest tokens share: balances, allowances, minting by whoever made it.
abstract contract Erc20 {
  string public name;
  string public symbol;
  uint8 public immutable decimals;
  address public immutable owner;
  uint256 public totalSupply;
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;

  event Transfer(address indexed from, address indexed to, uint256 value);
  event Approval(address indexed holder, address indexed spender, uint256 value);

  error OnlyOwner();
  error NotEnough(uint256 has, uint256 wanted);

  constructor(string memory name_, string memory symbol_, uint8 decimals_) {
    name = name_;
    symbol = symbol_;
    decimals = decimals_;
    owner = msg.sender;
  }

  modifier onlyOwner() {
    if (msg.sender != owner) revert OnlyOwner();
    _;
  }

  function mint(address to, uint256 value) external onlyOwner {
    totalSupply += value;
    balanceOf[to] += value;
    emit Transfer(address(0), to, value);
  }

  function _approve(address spender, uint256 value) internal {
    allowance[msg.sender][spender] = value;
    emit Approval(msg.sender, spender, value);
  }

  function _spendAllowance(address from, uint256 value) internal {
    uint256 allowed = allowance[from][msg.sender];
    if (allowed < value) revert NotEnough(allowed, value);
    allowance[from][msg.sender] = allowed - value;
  }

  function _move(address from, address to, uint256 value) internal virtual {
    uint256 has = balanceOf[from];
    if (has < value) revert NotEnough(has, value);
    balanceOf[from] = has - value;
    balanceOf[to] += value;
    emit Transfer(from, to, value);
  }
}

/// A token that follows EIP-20 to the letter.
abstract contract StandardErc20 is Erc20 {
  function transfer(address to, uint256 value) external returns (bool) {
    _move(msg.sender, to, value);
    return true;
  }

  function transferFrom(address from, address to, uint256 value) external returns (bool) {
    _spendAllowance(from, value);
    _move(from, to, value);
    return true;
  }

  function approve(address spender, uint256 value) external returns (bool) {
    _approve(spender, value);
    return true;
  }
}
