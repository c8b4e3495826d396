import type { ReactNode } from 'react'

/** Strokes on a 24 by 24 grid, drawn with a 1.75 line. */
export const iconShapes = {
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.3 15.3 21 21" />,
  filter: <path d="M3 6h18M6.5 12h11M10 18h4" />,
  map: <path d="m3 6 6-2.5 6 2.5 6-2.5V18l-6 2.5L9 18l-6 2.5V6ZM9 3.5V18M15 6v14.5" />,
  pin: <path d="M12 21.5s7-6.6 7-12a7 7 0 0 0-14 0c0 5.4 7 12 7 12ZM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z" />,
  list: <path d="M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6h.01M3.5 12h.01M3.5 18h.01" />,
  grid: <path d="M4 4h6.5v6.5H4ZM13.5 4H20v6.5h-6.5ZM4 13.5h6.5V20H4ZM13.5 13.5H20V20h-6.5Z" />,
  calendar: <path d="M4 5.5h16v15H4ZM4 10h16M8 3v4.5M16 3v4.5" />,
  plus: <path d="M12 4.5v15M4.5 12h15" />,
  minus: <path d="M4.5 12h15" />,
  check: <path d="m4 12.5 5.5 5.5L20 6.5" />,
  close: <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />,
  chevronDown: <path d="m5.5 9 6.5 6.5L18.5 9" />,
  chevronUp: <path d="m5.5 15 6.5-6.5 6.5 6.5" />,
  chevronNext: <path d="m9 5.5 6.5 6.5L9 18.5" />,
  chevronPrevious: <path d="M15 5.5 8.5 12l6.5 6.5" />,
  arrow: <path d="M4 12h16M13.5 5.5 20 12l-6.5 6.5" />,
  arrowBack: <path d="M20 12H4M10.5 5.5 4 12l6.5 6.5" />,
  sort: <path d="M8 4v16M4.5 16.5 8 20l3.5-3.5M16 20V4M12.5 7.5 16 4l3.5 3.5" />,
  sortUp: <path d="M12 20V4M6 10l6-6 6 6" />,
  sortDown: <path d="M12 4v16M6 14l6 6 6-6" />,
  bell: <path d="M6 16.5V10.5a6 6 0 0 1 12 0v6l1.5 1.5h-15ZM10 21h4" />,
  inbox: <path d="M3.5 13.5 6.5 4.5h11l3 9v6h-17ZM3.5 13.5h5l1.5 2.5h4l1.5-2.5h5" />,
  mail: <path d="M3 5.5h18v13H3ZM3.5 6l8.5 7 8.5-7" />,
  message: <path d="M4 4.5h16v12h-9l-4.5 4v-4H4Z" />,
  user: <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20.5c0-3.5 3.5-5.5 8-5.5s8 2 8 5.5" />,
  users: (
    <path d="M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2 20c0-3 3-5 7-5s7 2 7 5M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 15.3c2.5.600 4 2.3 4 4.7" />
  ),
  building: <path d="M5 21V3.5h9V21M14 9h5v12M2.5 21h19M8 7.5h3M8 11.5h3M8 15.5h3" />,
  globe: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3Z" />
  ),
  lock: <path d="M5 10.5h14v10H5ZM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2" />,
  eye: (
    <path d="M2 12c2.5-4.5 6-6.5 10-6.5s7.5 2 10 6.5c-2.5 4.5-6 6.5-10 6.5S4.5 16.5 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z" />
  ),
  eyeOff: (
    <path d="M9.5 5.8A10 10 0 0 1 12 5.5c4 0 7.5 2 10 6.5a17 17 0 0 1-2.6 3.5M6 7.5A15 15 0 0 0 2 12c2.5 4.5 6 6.5 10 6.5 1.8 0 3.5-.4 5-1.2M10 10a3 3 0 0 0 4 4M3.5 3.5l17 17" />
  ),
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.5l3.5 2" />,
  file: <path d="M6 2.5h8l4.5 4.5v14.5H6ZM13.5 2.5V7.5h5M9 12h6.5M9 16h6.5" />,
  folder: <path d="M3 5.5h7l2 2.5h9v11.5H3Z" />,
  download: <path d="M12 3.5v12M6.5 10.5 12 16l5.5-5.5M4 20.5h16" />,
  upload: <path d="M12 16V4M6.5 9.5 12 4l5.5 5.5M4 20.5h16" />,
  edit: <path d="m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5" />,
  trash: <path d="M4 6.5h16M9 6.5V3.5h6v3M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6" />,
  flag: <path d="M5 21.5V3.5h13l-2.5 4.75L18 13H5" />,
  bookmark: <path d="M6 3.5h12v17.5l-6-5-6 5Z" />,
  star: <path d="m12 3 2.7 5.9 6.3.700-4.7 4.3 1.3 6.3L12 17l-5.6 3.2 1.3-6.3L3 9.6l6.3-.7Z" />,
  link: (
    <path d="M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L12 5.6M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2" />
  ),
  external: <path d="M13.5 4H20v6.5M20 4l-9 9M17 14v6H4V7h6" />,
  copy: <path d="M8.5 8.5H20V20H8.5ZM15.5 8.5V4H4v11.5h4.5" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.5h.01" />,
  warning: <path d="M12 3.5 22 20.5H2ZM12 10v5M12 17.75h.01" />,
  stop: <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8ZM12 7.5v5.5M12 16.25h.01" />,
  help: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.450-1.2 1-1.2 2.05M12 16.5h.01" />
  ),
  sun: (
    <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />,
  contrast: (
    <>
      <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z" />
      <path d="M12 3v18a9 9 0 0 0 0-18Z" fill="currentColor" />
    </>
  ),
  menu: <path d="M3.5 6.5h17M3.5 12h17M3.5 17.5h17" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="2.8" />,
  settings: (
    <path d="M4 7h8M17 7h3M14.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM4 17h3M12 17h8M9.5 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z" />
  ),
  spark: <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM15 9.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z" />,
  handshake: (
    <path d="m2 7 4-2 5 2 1.5-.5M22 7l-4-2-5.5 1.5L8.5 10c.8 1.5 2.5 1.5 4 .5l1-.5 5.5 5M2 14.5l2.5.500 5 4.5c1 .8 2.2.500 2.5-.5 1 .8 2.5.300 2.5-1 1.2.600 2.5-.2 2.3-1.5 1.2.300 2.2-.5 2.2-1.5L22 14.5" />
  ),
  chart: <path d="M3.5 3.5v17h17M8 16.5v-5M12.5 16.5V7M17 16.5v-7.5" />,
  history: <path d="M3.5 4.5v5h5M3.8 9.5A9 9 0 1 1 3 13M12 7.5v5l3.5 2" />,
  network: (
    <path d="M12 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM5 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM19 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM10.8 8.2 6.2 15.8M13.2 8.2l4.6 7.6M7.5 18h9" />
  ),
  target: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 12h.01" />,
  book: <path d="M12 6.5C10 4.8 7 4.5 3 4.5v14c4 0 7 .3 9 2 2-1.7 5-2 9-2v-14c-4 0-7 .3-9 2ZM12 6.5v14" />,
  money: <path d="M17.5 6.5A7.5 7.5 0 1 0 17.5 17.5M3 10.5h10M3 13.5h10" />,
  wrench: (
    <path d="M20.5 7a5 5 0 0 1-6.7 4.7L6.5 19 4 20.5l-.5-.5L5 17.5l7.3-7.3A5 5 0 0 1 17 3.5l-2.5 3 .5 2.5 2.5.5Z" />
  ),
  vote: <path d="M4 12.5V20.5h16v-8M4 16h16M8.5 12.5v-9h7v9M10.5 8l1.3 1.3L14 6.5" />,
  shield: <path d="M12 2.5 20 5.5v6c0 5-3.5 8.3-8 10-4.5-1.7-8-5-8-10v-6ZM8.5 11.8l2.5 2.5 4.5-5" />,
  signOut: <path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof iconShapes

/** Icons that point along the reading direction and are mirrored in right-to-left pages. */
export const turningIcons: ReadonlySet<IconName> = new Set([
  'chevronNext',
  'chevronPrevious',
  'arrow',
  'arrowBack',
  'signOut',
  'list',
])
