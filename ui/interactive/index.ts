import './interactive.css';

export * from './combobox.tsx';
export * from './command-palette.tsx';
export * from './data-table.tsx';
export * from './dialog.tsx';
export * from './menu.tsx';
export * from './otp.tsx';
export * from './tabs.tsx';
export * from './toasts.tsx';
export * from './tooltip.tsx';
