/** The city's mark: a gate with two towers over a river, on a shield. Drawn for this office; not the official coat of arms. */
export const Mark = ({ size = 40 }: { size?: number }) => (
  <svg viewBox="0 0 40 48" width={size} height={size * 1.2} aria-hidden="true" focusable="false">
    <path d="M3 3h34v22c0 10-7 16-17 20C10 41 3 35 3 25z" fill="var(--mark-field)" />
    <path d="M8 28V15h4v3h3v-3h4v-5h2v5h4v3h3v-3h4v13z" fill="#fff" />
    <path d="M17.5 28v-4a2.5 2.5 0 0 1 5 0v4z" fill="var(--mark-gate)" />
    <path d="M8 31.5q3-2.5 6 0t6 0 6 0 6 0v2.6q-3 2.5-6 0t-6 0-6 0-6 0z" fill="#fff" />
  </svg>
);
