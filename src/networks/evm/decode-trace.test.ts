import { describe, expect, test } from 'vitest';
import { hasShared, readShared, withoutData } from '../../../test/shared-data.ts';
import { address } from '../address.ts';
import { decodeTrace } from './decode-trace.ts';

const folder = 'blocks/call-traces/call_tracer';
const a = address(`0x${'a'.repeat(40)}`);
const b = address(`0x${'b'.repeat(40)}`);
const c = address(`0x${'c'.repeat(40)}`);
const top = { from: a, to: b, value: 0n };
const call = (fields: object) => ({ type: 'CALL', from: b, to: c, value: '0x5', ...fields });
const trace = (...calls: object[]) => ({ type: 'CALL', from: a, to: b, value: '0x0', calls });
const paths = (...calls: object[]) => decodeTrace(trace(...calls), top)?.map((move) => move.path);

describe('inner moves', () => {
  test('are named by their place among all calls, silent ones included', () => {
    const inside = [call({ type: 'STATICCALL' }), call({ value: '0x0' }), call({})];
    expect(paths(call({ value: '0x0', calls: inside }), call({}))).toEqual([
      'inner:0.2',
      'inner:1',
    ]);
  });

  test('new contracts and destroyed ones move coins; borrowed code does not', () => {
    expect(
      paths(
        call({ type: 'CREATE' }),
        call({ type: 'CREATE2' }),
        call({ type: 'SELFDESTRUCT' }),
        call({ type: 'DELEGATECALL' }),
        call({ type: 'CALLCODE' }),
      ),
    ).toEqual(['inner:0', 'inner:1', 'inner:2']);
  });

  test('a call that failed moves nothing, nor do the calls inside it', () => {
    expect(paths(call({ error: 'execution reverted', calls: [call({})] }), call({}))).toEqual([
      'inner:1',
    ]);
    expect(decodeTrace({ ...trace(call({})), error: 'out of gas' }, top)).toEqual([]);
  });

  test('a tree of another transaction, or no tree, is no answer', () => {
    for (const wrong of [null, 'x', [], { structLogs: [] }, { ...trace(), from: c }]) {
      expect(decodeTrace(wrong, top)).toBeNull();
    }
    expect(decodeTrace(trace(), { ...top, value: 1n })).toBeNull();
    expect(paths(call({ value: '5' }))).toBeUndefined();
    expect(paths(call({ to: '0x12' }))).toBeUndefined();
    expect(decodeTrace({ ...trace(), calls: [3] }, top)).toBeNull();
  });

  test('a tree deeper than the EVM goes is not followed', () => {
    let deep: object = call({});
    for (let depth = 0; depth < 2_000; depth++) deep = call({ value: '0x0', calls: [deep] });
    expect(paths(deep)).toBeUndefined();
  });
});

/** What moved inside each recorded transaction; the other recorded ones moved nothing. */
const recorded: Readonly<Record<string, readonly (readonly [string, string, bigint])[]>> = {
  simple: [['inner:0', '0x0024f658a46fbb89d8ac105e98d7ac7cbbaf27c5', 500_000_000_000_000_000n]],
  selfdestruct: [['inner:0', '0x000000000000000000000000000000000000dead', 0x4d87094125a369d9bd5n]],
  create: [],
  delegatecall: [],
  inner_instafail: [],
  inner_throw_outer_revert: [],
  inner_create_oog_outer_throw: [],
  oog: [],
  revert: [],
  throw: [],
  revert_reason: [],
  blob_tx: [],
};
const title = `recorded traces${hasShared(folder) ? '' : ` (skipped: ${withoutData})`}`;

describe.skipIf(!hasShared(folder))(title, () => {
  test.each(Object.keys(recorded))('%s', (name) => {
    const { result } = readShared<{ result: Record<string, string> }>(`${folder}/${name}.json`);
    const asked = {
      from: address(result['from'] ?? ''),
      to: address(result['to'] ?? ''),
      value: BigInt(result['value'] ?? 0),
    };
    const moves = decodeTrace(result, asked)?.map((move) => [move.path, move.to, move.amount]);
    expect(moves).toEqual(recorded[name]);
  });

  test('deep_calls: every move that is not undone', () => {
    const { result } = readShared<{ result: Record<string, string> }>(`${folder}/deep_calls.json`);
    const asked = {
      from: address(result['from'] ?? ''),
      to: address(result['to'] ?? ''),
      value: 0n,
    };
    const moves = decodeTrace(result, { ...asked, value: BigInt(result['value'] ?? 0) });
    const text = JSON.stringify(result);
    const withValue = text.match(/"value":"0x[1-9a-f]/g) ?? [];
    expect(text).not.toContain('"error"');
    expect(moves).toHaveLength(withValue.length - (result['value'] === '0x0' ? 0 : 1));
  });
});
