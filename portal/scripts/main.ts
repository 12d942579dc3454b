import '../../ui/styles/tokens.css';
import '../../ui/styles/ui.css';
import '../../ui/styles/parts.css';
import '../portal.css';
import '../pages.css';
import '../outcomes.css';
import { startCopying } from '../../ui/parts/start-copying.ts';
import { keepDrafts, keepTyped } from './draft.ts';
import { guardForms } from './guard.ts';
import { followClaim } from './live.ts';
import { pasteOnPress } from './paste.ts';
import { guardMoney } from './stale.ts';
import { signByWallet } from './wallet.ts';

// Whatever needs a script is hidden until there is one.
document.documentElement.classList.add('js');
guardMoney();
guardForms();
startCopying(document);
pasteOnPress();
keepDrafts();
keepTyped();
signByWallet();
followClaim();

// A form that came back with something to put right begins there.
document.querySelector<HTMLElement>('[data-take-focus]')?.focus();
