/** The house mark: a page with its headline and columns. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className="mark" width={size} height={(size * 28) / 24} viewBox="0 0 24 28" aria-hidden>
      <rect
        x="1.5"
        y="1.5"
        width="21"
        height="25"
        rx="3"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
      />
      <rect x="6" y="6.5" width="12" height="5" fill="var(--accent)" />
      <path
        d="M6 15.5h5M13 15.5h5M6 18.7h5M13 18.7h5M6 21.9h5M13 21.9h5"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    </svg>
  )
}
