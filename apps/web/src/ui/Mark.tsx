/** Our mark: two sites, two tunnels that cross over. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7" fill="#0b6875" />
    <path
      d="M8 11h5.2c2.6 0 3 10 5.6 10H24M8 21h5.2c2.6 0 3-10 5.6-10H24"
      fill="none"
      stroke="#d5f0f1"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
    {[8, 24].flatMap((x) => [11, 21].map((y) => <circle key={`${x}-${y}`} cx={x} cy={y} r="2.6" fill="#fff" />))}
  </svg>
)
