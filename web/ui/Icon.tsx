import type { ReactNode } from 'react';

const shapes = {
  done: <path d="M4 12.5l5 5L20 6.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  warning: (
    <>
      <path d="M12 3.5L22 20H2z" />
      <path d="M12 10v4.5M12 17.2v.3" />
    </>
  ),
  stop: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8.5 8.5l7 7m0-7l-7 7" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v6M12 7.2v.3" />
    </>
  ),
  you: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c1-4.5 4-6 7.5-6s6.5 1.5 7.5 6" />
    </>
  ),
  file: <path d="M6 2.500h8l5 5v14H6zM14 2.500v5h5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.500L21 21" />
    </>
  ),
  arrow: <path d="M5 12h14m-6-6l6 6-6 6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  bin: <path d="M4 6.500h16M9 6.500v-3h6v3M6.5 6.500l1 14h9l1-14M10 10.500v6M14 10.500v6" />,
  home: <path d="M3.5 11L12 4l8.5 7M6 9.500V20h12V9.500M10 20v-6h4v6" />,
  coins: (
    <>
      <ellipse cx="12" cy="6.5" rx="7.5" ry="3" />
      <path d="M4.5 6.500v11c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-11M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A line icon beside a word; never alone, so it is hidden from readers. */
export const Icon = ({ name, size = '1.15em' }: { name: IconName; size?: string }) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {shapes[name]}
  </svg>
);
