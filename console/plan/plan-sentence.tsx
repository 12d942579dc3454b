import { Amount, type AmountValue } from '../../ui/index.ts';
import { useWords, type WordKey } from '../words/index.ts';
import { decodeLine } from './decode-line.ts';
import type { AnyPlan, ReturnPlan } from './plan.ts';

/** What is signed, in one sentence, with the figures as they stand in the bytes. */
export function PlanSentence(props: {
  readonly read: AnyPlan;
  readonly network: string;
  readonly asset: { readonly symbol: string | null; readonly decimals: number | null };
  readonly option: string | null;
}) {
  const { read, network, asset, option } = props;
  if (read.kind === 'return') {
    return <ReturnSentence plan={read.plan} network={network} option={option} />;
  }
  const { units, feeUnits } = read.plan;
  const key = read.kind === 'compensate' ? 'plan.say.compensate' : 'plan.say.credit';
  return (
    <p className="say">
      <Parts
        key={key}
        text={key}
        parts={{
          customer: read.plan.customer,
          amount: { units, ...asset },
          fee: { units: feeUnits, ...asset },
        }}
        hasFee={feeUnits !== '0'}
      />
    </p>
  );
}

function ReturnSentence(props: {
  readonly plan: ReturnPlan;
  readonly network: string;
  readonly option: string | null;
}) {
  const { plan, network, option } = props;
  const back = plan.lines.find(({ purpose }) => purpose === 'return');
  const fee = plan.lines.find(({ purpose }) => purpose === 'sweep');
  const amountOf = (line: typeof back): AmountValue => ({
    units: (line && decodeLine(plan.network.chainId, line)?.amount) ?? 0n,
    symbol: line?.shows.symbol ?? null,
    decimals: line?.shows.decimals ?? null,
  });
  const key = option === 'return_to_proven' ? 'plan.say.proven' : 'plan.say.source';
  return (
    <p className="say">
      <Parts
        text={key}
        parts={{ network, amount: amountOf(back), fee: amountOf(fee) }}
        hasFee={fee !== undefined}
      />
    </p>
  );
}

type Part = string | AmountValue;

/** A sentence of the catalog with values set in bold where `[name]` stands. */
function Parts(props: {
  readonly text: WordKey;
  readonly parts: Readonly<Record<string, Part>>;
  readonly hasFee: boolean;
}) {
  const say = useWords();
  const whole = say(props.text, { hasFee: props.hasFee ? 'yes' : 'no' });
  return whole.split(/\[(\w+)\]/).map((piece, at) => {
    const part = at % 2 === 1 ? props.parts[piece] : undefined;
    if (part === undefined) return piece;
    return (
      <b key={piece}>
        {typeof part === 'string' ? part : <Amount value={part} digits="significant" />}
      </b>
    );
  });
}
