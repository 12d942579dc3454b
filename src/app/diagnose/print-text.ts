import {
  changeWords,
  type Diagnosis,
  type Facts,
  factWords,
  mainReason,
  type Reason,
  reasonWords,
  type TransferDiagnosis,
  wordsContext,
} from '../../recovery/diagnosis/index.ts';
import { atTheEdge } from './print-json.ts';

type Language = 'ja' | 'en';

const labels = {
  ja: {
    changes: '答えが変わるとき',
    transfers: '移動の記録',
    notFoundOn: '見つからなかったネットワーク',
    unread: '答えがなかったネットワーク',
    source: '出どころ',
    ours: { true: '当社', false: '当社以外', null: '不明' },
  },
  en: {
    changes: 'What would change this',
    transfers: 'Transfers',
    notFoundOn: 'Not found on',
    unread: 'No answer from',
    source: 'from',
    ours: { true: 'ours', false: 'not ours', null: 'not known whose' },
  },
} as const;

/** The diagnosis for people: the answer first, what decided it, then every transfer. */
export function diagnosisText(facts: Facts, diagnosis: Diagnosis, language: Language): string {
  const words = labels[language];
  const lines: string[] = [diagnosis.hash, ''];
  const main = mainReason(diagnosis);
  if (main) {
    const context = wordsContext(facts, main.network, main.transfer);
    const where = main.network ? `  ${main.network.name}` : '';
    lines.push(`${main.reason.code} → ${main.reason.outcome}${where}`);
    lines.push(reasonWords(main.reason, context)[language]);
    lines.push(...becauseLines(main.reason, language));
    lines.push(`${words.changes}: ${changeWords(main.reason, context)[language]}`);
  }
  for (const network of diagnosis.found) {
    lines.push('', `${words.transfers}: ${network.name} (${network.state})`);
    for (const one of network.transfers) {
      const { amount } = wordsContext(facts, network, one);
      lines.push(transferLine(one, amount?.[language] ?? '', language));
    }
  }
  lines.push('', ...searched(facts, diagnosis, language));
  return `${lines.join('\n').trimEnd()}\n`;
}

function becauseLines(reason: Reason, language: Language): string[] {
  const { source } = labels[language];
  return reason.because.map(
    (one) =>
      `  ・ ${factWords[one.fact][language]}: ${atTheEdge(one.value)} (${source} ${one.source})`,
  );
}

function transferLine(
  { transfer, ours, reasons }: TransferDiagnosis,
  amount: string,
  language: Language,
): string {
  const whose = labels[language].ours[String(ours) as 'true' | 'false' | 'null'];
  const codes = reasons.map(({ code, outcome }) => `${code}→${outcome}`).join(', ');
  return `  ${transfer.path}  ${amount}  → ${atTheEdge(transfer.to)} (${whose})  ${codes}`;
}

function searched(facts: Facts, diagnosis: Diagnosis, language: Language): string[] {
  const words = labels[language];
  const lines: string[] = [];
  if (diagnosis.notFoundOn.length > 0) {
    const names = facts.networks
      .filter((place) => diagnosis.notFoundOn.includes(place.network))
      .map((place) => place.name);
    lines.push(`${words.notFoundOn}: ${names.join(', ')}`);
  }
  if (diagnosis.unread.length > 0) {
    const names = diagnosis.unread.map(({ name, why }) => `${name} (${why})`);
    lines.push(`${words.unread}: ${names.join(', ')}`);
  }
  return lines;
}
