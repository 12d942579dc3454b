import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, Fingerprint, Inbox, ScrollText, Search, Stamp, Users } from 'lucide-react';
import type { ComponentType } from 'react';
import { columnsQuery } from '../api/queries.ts';
import { Keys } from '../keyboard/keyboard.tsx';
import { roleName } from '../session/role-name.ts';
import { useMay, useSession } from '../session/session.ts';
import { useWords } from '../words/index.ts';
import { useDemo } from './demo.ts';
import { initialsOf } from './initials.ts';
import { Logo } from './logo.tsx';

/** The rail at the side: dimmer than the work. On narrow screens it opens from the menu button. */
export function Rail(props: { readonly onFind: () => void; readonly onKeys: () => void }) {
  const say = useWords();
  return (
    <nav className="rail" aria-label={say('shell.rail')}>
      <RailContent {...props} />
    </nav>
  );
}

/** What the rail holds, for the rail and for the menu of narrow screens. */
export function RailContent({
  onFind,
  onKeys,
  onGo,
}: {
  readonly onFind: () => void;
  readonly onKeys: () => void;
  readonly onGo?: () => void;
}) {
  const say = useWords();
  const demo = useDemo();
  return (
    <>
      <div className="logo">
        <Logo />
        Kaeru
        {demo ? <span title={say('shell.demoNote')}>{say('shell.demo')}</span> : null}
      </div>
      <button className="find" type="button" onClick={onFind}>
        <Search className="icon" aria-hidden="true" />
        {say('shell.find')}
        <Keys keys="mod+k" />
      </button>
      <Places onGo={onGo} />
      <Me onKeys={onKeys} />
    </>
  );
}

function Places({ onGo }: { readonly onGo: (() => void) | undefined }) {
  const say = useWords();
  const may = useMay();
  const sees = may('case.read');
  const { data: columns } = useQuery({ ...columnsQuery, enabled: sees });
  const mine = columns?.find((one) => one.id === 'mine')?.count;
  const approvals = columns?.find((one) => one.id === 'approvals')?.count;
  const mayAudit = may('audit.read') || may('audit.verify');
  return (
    <>
      <div hidden={!sees}>
        <h2>{say('shell.rail')}</h2>
        <ul>
          <Place to="/" icon={Inbox} label={say('shell.worklist')} count={mine} onGo={onGo} />
          <Place
            to="/approvals"
            icon={Stamp}
            label={say('shell.approvals')}
            count={approvals}
            isYours={may('plan.approve')}
            onGo={onGo}
          />
        </ul>
      </div>
      <div>
        <h2>{say('shell.manage')}</h2>
        <ul>
          {may('reference.read') ? (
            <Place to="/reference" icon={BookOpen} label={say('shell.reference')} onGo={onGo} />
          ) : null}
          {mayAudit ? (
            <Place to="/audit" icon={ScrollText} label={say('shell.audit')} onGo={onGo} />
          ) : null}
          <Place to="/staff" icon={Users} label={say('shell.staff')} onGo={onGo} />
          <Place to="/passkeys" icon={Fingerprint} label={say('shell.passkeys')} onGo={onGo} />
        </ul>
      </div>
    </>
  );
}

function Place({
  to,
  icon: Icon,
  label,
  count,
  isYours,
  onGo,
}: {
  readonly to: '/' | '/approvals' | '/reference' | '/audit' | '/staff' | '/passkeys';
  readonly icon: ComponentType<{ className: string; 'aria-hidden': 'true' }>;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isYours?: boolean;
  readonly onGo: (() => void) | undefined;
}) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        onClick={() => onGo?.()}
      >
        <Icon className="icon" aria-hidden="true" />
        {label}
        {count ? <b className={isYours ? 'is-you' : ''}>{count}</b> : null}
      </Link>
    </li>
  );
}

function Me({ onKeys }: { readonly onKeys: () => void }) {
  const say = useWords();
  const session = useSession();
  if (!session) return null;
  return (
    <div className="me">
      <span className="av" aria-hidden="true">
        {initialsOf(session.name)}
      </span>
      <span>
        <b>{session.name}</b>
        {session.roles.map((role) => roleName(say, role)).join(say('shell.listJoint'))}
      </span>
      <button className="keys-btn" type="button" aria-label={say('shell.keys')} onClick={onKeys}>
        <kbd>?</kbd>
      </button>
    </div>
  );
}
