import type { ReactNode } from 'react';
import { prefer, usePreferences } from '../preferences/preferences.ts';
import { useWords } from '../words/index.ts';
import { useDemo } from './demo.ts';
import { Logo } from './logo.tsx';

/** The frame of the pages before the log-in. */
export function Entrance(props: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const demo = useDemo();
  const { language } = usePreferences();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <div className="entrance">
      <header>
        <div className="logo">
          <Logo />
          Kaeru
          {demo ? <span>{say('shell.demo')}</span> : null}
        </div>
        <button
          className="btn btn-quiet"
          type="button"
          lang={other}
          onClick={() => prefer({ language: other })}
        >
          {other === 'ja' ? '日本語' : 'English'}
        </button>
      </header>
      <main id="main">
        <h1>{props.title}</h1>
        {props.lead ? <p className="lead">{props.lead}</p> : null}
        {props.children}
        {demo ? <p className="quiet">{say('shell.demoNote')}</p> : null}
      </main>
    </div>
  );
}
