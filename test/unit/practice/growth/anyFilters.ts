import fc from 'fast-check';
import { type Filters, periods } from '../../../../src/practice/growth/filters';

/** Any choice of filters, days that are none included. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record({
  period: fc.constantFrom(...periods),
  from: fc.constantFrom('', '2025-03-01', '2026-06-30', 'yesterday'),
  to: fc.constantFrom('', '2026-01-31', '2025-01-01'),
  person: fc.constantFrom('', 'Ana', 'ANA', 'Kim', 'nobody'),
  kind: fc.constantFrom('', 'none', 'pairing', '1:1'),
});
