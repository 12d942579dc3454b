import { Address, Amount, type AmountValue, CopyButton } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import type { CasePageData, CaseTransfer } from './case.ts';
import { kindWord, placeOf, whoseWord } from './case-words.ts';
import { Panel, ScrollTable } from './panel.tsx';

/** Every transfer of the transaction, each with whose address it reached and why. */
export function TransfersPanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { transfers, claim } = page;
  const hash = claim.transaction;
  const title = hash ? (
    <>
      {say('case.transfers.in')} <Address value={hash} short />
    </>
  ) : (
    say('case.transfers')
  );
  const note = hash ? <CopyButton value={hash} name={say('case.transfers.hash')} /> : null;
  if (transfers.length === 0) {
    return (
      <Panel id="transfers" title={title} keys={2} note={note}>
        <p className="pad">{say('case.transfers.none')}</p>
      </Panel>
    );
  }
  return (
    <Panel id="transfers" title={title} keys={2} note={note}>
      <ScrollTable label={say('case.transfers.table')}>
        <thead>
          <tr>
            <th scope="col">{say('case.col.path')}</th>
            <th scope="col">{say('case.col.kind')}</th>
            <th scope="col" className="r">
              {say('case.col.amount')}
            </th>
            <th scope="col">{say('case.col.asset')}</th>
            <th scope="col">{say('case.col.from')}</th>
            <th scope="col">{say('case.col.to')}</th>
            <th scope="col">{say('case.col.whose')}</th>
            <th scope="col">{say('case.col.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map((one) => (
            <TransferRow key={`${one.network} ${one.path}`} transfer={one} />
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  );
}

function TransferRow({ transfer }: { readonly transfer: CaseTransfer }) {
  const say = useWords();
  const { focus, whose, code, moved } = transfer;
  return (
    <tr className={focus ? 'hit' : undefined}>
      <td className="num">
        {placeOf(transfer.path)}
        {focus ? <span className="vh"> {say('case.transfers.focus')}</span> : null}
      </td>
      <td>{kindWord(say, transfer.kind)}</td>
      <td className="r">
        <Amount value={amountOf(transfer)} digits="all" bare />
      </td>
      <td>{transfer.symbol ?? '?'}</td>
      <td>
        <Address value={transfer.from} short />
      </td>
      <td>
        <Address value={transfer.to} short />
      </td>
      <td className={focus ? undefined : 'dim'}>
        {whoseWord(say, whose)}
        {moved ? null : <small>{say('case.transfers.notMoved')}</small>}
      </td>
      <td className={focus ? 'code' : 'code dim'}>{code}</td>
    </tr>
  );
}

function amountOf({ amount, decimals, symbol }: CaseTransfer): AmountValue {
  return { units: amount, decimals, symbol };
}
