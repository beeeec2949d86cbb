import assert from 'node:assert/strict';
import { changedParts, compareKeys, compareTexts, inOrderOf, unknownCommands } from '../../l10n/compare';

describe('A translation', () => {
  it('is fine where it has every text, in its own order of placeholders', () => {
    const english = { 'See {0} in {1}': 'See {0} in {1}', Add: 'Add' };
    assert.deepEqual(compareTexts(english, { Add: 'Zufügen', 'See {0} in {1}': 'In {1} {0} sehen' }), []);
  });

  it('is told what is missing, empty and stale', () => {
    assert.deepEqual(compareTexts({ Add: 'Add', Open: 'Open' }, { Open: ' ', Old: 'Alt' }), [
      'missing: "Add"',
      'empty: "Open"',
      'stale: "Old"',
    ]);
  });

  const changed = [
    ['{0} moments', 'Momente', 'placeholders'],
    ['{0} of {1}', '{0} von {0}', 'placeholders'],
    ['$(add) Add', 'Zufügen', 'icons'],
    ['$(sync~spin) Wait', '$(sync) Warte', 'icons'],
    ['[Log](command:belay.log)', '[Notieren](command:belay.logg)', 'links'],
    ['[Log](command:belay.log)', '[Notieren] (command:belay.log)', 'links'],
    ['Write `+skill`', 'Schreib `+können`', 'code'],
    ['Turn on ``belay.x``', 'Schalten Sie ``belay.y`` ein', 'code'],
    ['See #belay.journal.folder#', 'Siehe #belay.folder#', 'code'],
    ['One.\n[Two](command:two)', 'Eins. [Zwei](command:two)', 'lines'],
  ] as const;
  for (const [english, translated, what] of changed) {
    it(`is told that “${translated}” has other ${what} than “${english}”`, () => {
      assert.deepEqual(changedParts(english, translated), [what]);
      assert.deepEqual(compareTexts({ key: english }, { key: translated }), [`other ${what}: "key"`]);
    });
  }

  it('may call a command by its own name', () => {
    assert.deepEqual(
      changedParts('`Belay: Add Note` adds `x`', '`Belay: Notiz hinzufügen` fügt `x` hinzu'),
      [],
    );
  });

  it('is told which commands it names that aren’t called so', () => {
    const texts = {
      code: '`Belay: Notiz hinzufügen`',
      bold: '**Belay: Notiz anlegen…** beginnt eine.',
      quoted: '„Belay: Journal anzeigen“, « Belay: Afficher » ou 「Belay: 表示」',
      title: 'Belay: Notizen',
    };
    assert.deepEqual(unknownCommands(texts, new Set(['Notiz hinzufügen', 'Journal anzeigen', 'Afficher'])), [
      'no command “Notiz anlegen…”: "bold"',
      'no command “表示”: "quoted"',
    ]);
  });

  it('takes the order of the English list, without what that doesn’t have', () => {
    const texts = inOrderOf({ b: 'B', a: 'A', c: 'C' }, { a: '1', old: '2', b: '3' });
    assert.deepEqual(Object.entries(texts), [
      ['b', '3'],
      ['a', '1'],
    ]);
  });
});

describe('The English list', () => {
  it('is told which texts it lacks and which nobody says any more', () => {
    assert.deepEqual(compareKeys(['new', 'kept', 'new'], { kept: 'kept', old: 'old' }), [
      'missing: "new"',
      'stale: "old"',
    ]);
  });
});
