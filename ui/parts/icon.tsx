import type { LucideIcon } from 'lucide-react';
import archive from 'lucide-react/icons/archive';
import arrowDown from 'lucide-react/icons/arrow-down';
import arrowRight from 'lucide-react/icons/arrow-right';
import arrowUp from 'lucide-react/icons/arrow-up';
import arrowUpDown from 'lucide-react/icons/arrow-up-down';
import ban from 'lucide-react/icons/ban';
import bell from 'lucide-react/icons/bell';
import bookOpen from 'lucide-react/icons/book-open';
import calendar from 'lucide-react/icons/calendar';
import check from 'lucide-react/icons/check';
import chevronDown from 'lucide-react/icons/chevron-down';
import chevronLeft from 'lucide-react/icons/chevron-left';
import chevronRight from 'lucide-react/icons/chevron-right';
import circle from 'lucide-react/icons/circle';
import circleAlert from 'lucide-react/icons/circle-alert';
import circleCheck from 'lucide-react/icons/circle-check';
import circleDot from 'lucide-react/icons/circle-dot';
import circleQuestion from 'lucide-react/icons/circle-question-mark';
import circleUser from 'lucide-react/icons/circle-user-round';
import circleX from 'lucide-react/icons/circle-x';
import clock from 'lucide-react/icons/clock';
import columns from 'lucide-react/icons/columns-3';
import copy from 'lucide-react/icons/copy';
import download from 'lucide-react/icons/download';
import ellipsis from 'lucide-react/icons/ellipsis';
import externalLink from 'lucide-react/icons/external-link';
import eye from 'lucide-react/icons/eye';
import fileCheck from 'lucide-react/icons/file-check';
import filter from 'lucide-react/icons/filter';
import fingerprint from 'lucide-react/icons/fingerprint-pattern';
import flag from 'lucide-react/icons/flag';
import globe from 'lucide-react/icons/globe';
import handCoins from 'lucide-react/icons/hand-coins';
import headset from 'lucide-react/icons/headset';
import hourglass from 'lucide-react/icons/hourglass';
import house from 'lucide-react/icons/house';
import inbox from 'lucide-react/icons/inbox';
import info from 'lucide-react/icons/info';
import keyRound from 'lucide-react/icons/key-round';
import keyboard from 'lucide-react/icons/keyboard';
import landmark from 'lucide-react/icons/landmark';
import layers from 'lucide-react/icons/layers';
import link from 'lucide-react/icons/link';
import lock from 'lucide-react/icons/lock';
import logOut from 'lucide-react/icons/log-out';
import mail from 'lucide-react/icons/mail';
import menu from 'lucide-react/icons/menu';
import messageCircle from 'lucide-react/icons/message-circle';
import minus from 'lucide-react/icons/minus';
import moon from 'lucide-react/icons/moon';
import network from 'lucide-react/icons/network';
import octagonX from 'lucide-react/icons/octagon-x';
import panelRight from 'lucide-react/icons/panel-right';
import pause from 'lucide-react/icons/pause';
import pencil from 'lucide-react/icons/pencil';
import phone from 'lucide-react/icons/phone';
import play from 'lucide-react/icons/play';
import plus from 'lucide-react/icons/plus';
import printer from 'lucide-react/icons/printer';
import refresh from 'lucide-react/icons/refresh-cw';
import repeat from 'lucide-react/icons/repeat';
import route from 'lucide-react/icons/route';
import scroll from 'lucide-react/icons/scroll-text';
import search from 'lucide-react/icons/search';
import send from 'lucide-react/icons/send';
import shieldAlert from 'lucide-react/icons/shield-alert';
import shieldCheck from 'lucide-react/icons/shield-check';
import siren from 'lucide-react/icons/siren';
import sliders from 'lucide-react/icons/sliders-horizontal';
import stamp from 'lucide-react/icons/stamp';
import sun from 'lucide-react/icons/sun';
import tag from 'lucide-react/icons/tag';
import trash from 'lucide-react/icons/trash-2';
import triangleAlert from 'lucide-react/icons/triangle-alert';
import undo from 'lucide-react/icons/undo-2';
import userPlus from 'lucide-react/icons/user-plus';
import users from 'lucide-react/icons/users';
import wallet from 'lucide-react/icons/wallet';
import wifiOff from 'lucide-react/icons/wifi-off';
import x from 'lucide-react/icons/x';

/** The pictures that the product uses; each is imported by itself, so no other is loaded. */
const icons = {
  archive,
  'arrow-down': arrowDown,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  'arrow-up-down': arrowUpDown,
  ban,
  bell,
  'book-open': bookOpen,
  calendar,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  circle,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dot': circleDot,
  'circle-question': circleQuestion,
  'circle-user': circleUser,
  'circle-x': circleX,
  clock,
  columns,
  copy,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  'file-check': fileCheck,
  filter,
  fingerprint,
  flag,
  globe,
  'hand-coins': handCoins,
  headset,
  hourglass,
  house,
  inbox,
  info,
  key: keyRound,
  keyboard,
  landmark,
  layers,
  link,
  lock,
  'log-out': logOut,
  mail,
  menu,
  message: messageCircle,
  minus,
  moon,
  network,
  'octagon-x': octagonX,
  'panel-right': panelRight,
  pause,
  pencil,
  phone,
  play,
  plus,
  printer,
  refresh,
  repeat,
  route,
  scroll,
  search,
  send,
  'shield-alert': shieldAlert,
  'shield-check': shieldCheck,
  siren,
  sliders,
  stamp,
  sun,
  tag,
  trash,
  'triangle-alert': triangleAlert,
  undo,
  'user-plus': userPlus,
  users,
  wallet,
  'wifi-off': wifiOff,
  x,
} as const satisfies Record<string, LucideIcon>;

/** The names of the pictures. */
export type IconName = keyof typeof icons;

/** Every name, for the gallery. */
export const iconNames = Object.keys(icons) as readonly IconName[];

/** A picture in the size of the text beside it. Without a label it is decoration. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  const Picture = icons[name];
  return label === undefined ? (
    <Picture className="icon" aria-hidden="true" />
  ) : (
    <Picture className="icon" role="img" aria-label={label} />
  );
}
