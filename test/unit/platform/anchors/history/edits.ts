import type { FileModel } from './model';

/** One edit of the history, as a person or a tool makes it. */
export type Edit = readonly [what: string, edit: (model: FileModel) => void];

const sales = 'src/sales.ts';
const report = 'report.py';
const routes = 'src/routes.js';
/** What two of them are called later. */
const service = 'src/sales/service.ts';
const api = 'src/api/sales routes.js';

/** Puts a text in the place of another in one line. */
function replace(path: string, part: string, by: string, nth = 0): (model: FileModel) => void {
  return model => model.edit(path, model.at(path, part, nth), text => text.replace(part, by));
}

function reindent(text: string): string {
  return text.replace(/^(?: {2})+/, blanks => '\t'.repeat(blanks.length / 2));
}

/** The thirty edits of the main line. */
export const edits: readonly Edit[] = [
  ['insert a licence above all', m => m.insert(sales, 0, '// Copyright the authors.', '// MIT licence.', '')],
  ['add an import', m => m.insert(report, m.at(report, 'import sys'), 'import math')],
  ['delete a line near others', m => m.remove(sales, m.at(sales, 'audit.write', 2))],
  ['edit a condition', replace(sales, 'if (input.total < 0)', 'if (!(input.total >= 0))')],
  ['edit a message', replace(routes, "'bad page'", "'page must be a number'", 1)],
  [
    'move a function up',
    m => m.move(sales, m.at(sales, 'async findRefund'), 8, () => m.at(sales, 'async createRefund') - 1),
  ],
  ['rename a variable in a whole file', m => m.editAll(sales, text => text.replace(/\brow\b/g, 'record'))],
  ['reindent with tabs', m => m.editAll(routes, reindent)],
  [
    'reorder imports',
    m => m.move(sales, m.at(sales, 'import { Clock'), 1, () => m.at(sales, 'import { AuditLog')),
  ],
  ['rename a file', m => m.rename(sales, service)],
  ['double quotes everywhere', m => m.editAll(routes, text => text.replaceAll("'", '"'))],
  [
    'duplicate a function below',
    m => {
      const from = m.at(report, 'def sum_coupons');
      m.duplicate(report, from, 7, from + 7, text => text.replace('sum_coupons', 'sum_vouchers'));
    },
  ],
  [
    'duplicate a block as it is',
    m => {
      const from = m.at(report, "print('usage");
      m.duplicate(report, from, 1, from + 1);
    },
  ],
  [
    'wrap a long line',
    m =>
      m.wrap(
        service,
        m.at(service, "query('invoices'"),
        "    const rows = await this.database.query('invoices', {",
        '      limit: pageSize,',
        '      offset: page * pageSize,',
        '    });',
      ),
  ],
  ['delete a function', m => m.remove(service, m.at(service, 'async listCoupons') - 1, 5)],
  [
    'insert a check in a function among similar ones',
    m =>
      m.insert(
        service,
        m.at(service, 'async findInvoice') + 1,
        "    if (id === '') {",
        "      throw new ValidationError('id must not be empty');",
        '    }',
      ),
  ],
  [
    'wrap a body in a condition',
    m => {
      const from = m.at(report, 'sums = defaultdict', 1);
      for (let at = from; at < from + 4; at += 1) {
        m.edit(report, at, text => `    ${text}`);
      }
      m.insert(report, from, '    if rows:');
    },
  ],
  [
    'move a function to the end',
    m => m.move(report, m.at(report, 'def print_orders'), 7, () => m.at(report, 'def main') - 1),
  ],
  ['rename a field in a file', m => m.editAll(report, text => text.replaceAll("'customer'", "'client'"))],
  [
    'rewrite a line',
    replace(
      report,
      'month = month or date.today().isoformat()[:7]',
      'month = month or last_month(date.today())',
    ),
  ],
  [
    'comment on each function',
    m => {
      for (const name of ['Order', 'Invoice', 'Refund', 'Shipment', 'Coupon']) {
        m.insert(
          service,
          m.at(service, `async find${name}`),
          `  /** The ${name.toLowerCase()} with that id. */`,
        );
      }
    },
  ],
  [
    'rename and edit a file',
    m => {
      m.rename(routes, api);
      m.edit(api, m.at(api, 'function salesRoutes'), text => text.replace('logger', 'log'));
      m.editAll(api, text => text.replaceAll('logger.', 'log.'));
    },
  ],
  [
    'swap two functions',
    m => m.move(api, m.at(api, 'router.post("/invoices"'), 10, () => m.at(api, 'router.get("/invoices"')),
  ],
  ['delete an early return', m => m.remove(api, m.at(api, 'return;', 3))],
  [
    'join two lines',
    m => {
      const at = m.at(service, 'const rows = await', 0);
      const [next] = m.remove(service, at + 1);
      m.edit(service, at, text => `${text} ${next?.text.trim()}`);
    },
  ],
  [
    'add types to a signature',
    replace(
      report,
      'def main(folder, month=None):',
      'def main(folder: str, month: str | None = None) -> None:',
    ),
  ],
  ['change a constant', replace(service, 'const pageSize = 50;', 'const pageSize = 100;')],
  ['drop semicolons', m => m.editAll(api, text => text.replace(/;$/, ''))],
  [
    'add blank lines after conditions',
    m => {
      for (let at = m.lines(service).length - 1; at > 0; at -= 1) {
        if (m.lines(service)[at]?.text === '    }') {
          m.insert(service, at + 1, '');
        }
      }
    },
  ],
  [
    'add a function between similar ones',
    m =>
      m.insert(
        report,
        m.at(report, 'def sum_refunds'),
        'def count_refunds(rows):',
        '    counts = defaultdict(int)',
        '    for row in rows:',
        "        counts[row['reason']] += 1",
        '    return dict(counts)',
        '',
        '',
      ),
  ],
];

/** What a branch and the main line do before one is rebased onto the other, without a conflict. */
export const rebases: readonly { readonly branch: Edit; readonly main: Edit }[] = [
  {
    branch: [
      '[branch] log in one handler',
      m => m.insert(routes, m.at(routes, 'service.findShipment'), '      logger.debug(id);'),
    ],
    main: ['[main] insert above', m => m.insert(routes, 0, "'use strict';", '')],
  },
  {
    branch: ['[branch] edit the end', replace(service, 'attempt >= maxRetries', 'attempt > maxRetries - 1')],
    main: [
      '[main] another import',
      m => m.insert(service, m.at(service, 'import { Database'), "import { Cache } from './cache';"),
    ],
  },
  {
    branch: ['[branch] delete a function', m => m.remove(report, m.at(report, 'def print_visits'), 7)],
    main: [
      '[main] edit a function',
      replace(report, "if row['created'][:7] != month:", "if not row['created'].startswith(month):", 1),
    ],
  },
  {
    branch: [
      '[branch] move a function',
      m => m.move(api, m.at(api, 'router.get("/coupons/:id"'), 14, () => m.at(api, 'router.get("/coupons",')),
    ],
    main: ['[main] edit another', replace(api, 'status(400)', 'status(422)', 1)],
  },
  {
    branch: [
      '[branch] insert at the end',
      m =>
        m.insert(
          service,
          m.at(service, 'export async function withRetries'),
          '// Used by the importer, too.',
        ),
    ],
    main: [
      '[main] rename in one function',
      m => {
        const from = m.at(service, 'async createShipment');
        for (let at = from; at < from + 14; at += 1) {
          m.edit(service, at, text => text.replace(/\binput\b/g, 'shipment'));
        }
      },
    ],
  },
];

/** After how many edits of the main line each rebase comes. */
export const rebasesAfter = [4, 12, 17, 24, 29];
