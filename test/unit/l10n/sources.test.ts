import assert from 'node:assert/strict';
import { readSources } from '../../l10n/sources';

const textsOf = (source: string) => [...readSources([['file.ts', source]]).texts];

describe('Texts in a source file', () => {
  it('are those that are given to vscode.l10n.t, whatever the quotes', () => {
    assert.deepEqual(
      textsOf(
        `vscode.l10n.t('One'); vscode.l10n.t(\n  "It's {0}",\n  name,\n); other.t('Three'); start('Four')`,
      ),
      ['One', "It's {0}"],
    );
  });

  it('are what a literal stands for', () => {
    assert.deepEqual(textsOf(String.raw`vscode.l10n.t('a\nb \'c\' \u2014 \u{1f600} \\d')`), [
      "a\nb 'c' — 😀 \\d",
    ]);
  });

  it('are told where they aren’t written out', () => {
    const { unread } = readSources([
      ['one.ts', "\nvscode.l10n.t(text);\nvscode.l10n.t('a' + 'b');\nvscode.l10n.t(`c`);"],
      ['two.ts', "vscode.l10n.t('fine')"],
    ]);
    assert.deepEqual(
      unread.map(({ file, line }) => `${file}:${line}`),
      ['one.ts:2', 'one.ts:3', 'one.ts:4'],
    );
  });
});
