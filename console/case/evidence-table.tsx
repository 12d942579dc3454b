import { Address, baseUnitsText, EvidenceRow, Time } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import type { EvidenceLine } from './case.ts';

/** What an answer stands on: fact, source, time. What could not be read is a question, never a no. */
export function EvidenceTable({ rows }: { readonly rows: readonly EvidenceLine[] }) {
  const say = useWords();
  if (rows.length === 0) return null;
  return (
    <table className="facts">
      <caption className="vh">{say('case.diagnosis.evidence')}</caption>
      <tbody>
        {rows.map((row) => (
          <EvidenceRow
            key={`${row.fact} ${row.value} ${row.source}`}
            verdict={row.value === 'unknown' ? 'unknown' : 'holds'}
            fact={
              <>
                {row.label} <Value row={row} />
              </>
            }
            source={row.source}
            at={row.at ? <Time at={row.at} to="clock" /> : null}
          />
        ))}
      </tbody>
    </table>
  );
}

function Value({ row }: { readonly row: EvidenceLine }) {
  const say = useWords();
  const { kind, value } = row;
  switch (kind) {
    case 'address':
    case 'hash':
      return <Address value={value} short />;
    case 'time':
      return <Time at={value} />;
    case 'units':
      return <span className="num">{baseUnitsText(value)}</span>;
    case 'flag':
      if (value === 'unknown') return say('flag.unknown');
      return say(value === 'yes' || value === 'true' ? 'flag.yes' : 'flag.no');
    default:
      return <span className="value">{value}</span>;
  }
}
