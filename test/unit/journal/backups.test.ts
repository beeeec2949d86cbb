import assert from 'node:assert/strict';
import { backupFile, backupsIn, isBackupDue, surplusBackups } from '../../../src/journal/keeping/backups';
import { forgetInBackup } from '../../../src/journal/keeping/forgetBackup';
import { printExport } from '../../../src/journal/text/exchange';
import { aMoment } from '../support';

const on = (...days: string[]) => days.map(day => backupFile(day));
const madeBefore = (format: number, day: string) => backupFile(day, format);

describe('backups', () => {
  it('are told from other files, the latest first', () => {
    const names = ['notes.json', ...on('2026-02-01', '2026-03-01'), 'journal-2026-03-02.json.tmp'];
    assert.deepEqual(
      backupsIn(names).map(({ day }) => day),
      ['2026-03-01', '2026-02-01'],
    );
  });

  it('are due at first and a week after the latest, across months too', () => {
    assert.equal(isBackupDue([], '2026-03-01'), true);
    assert.equal(isBackupDue(on('2026-02-01', '2026-02-22'), '2026-02-28'), false);
    assert.equal(isBackupDue(on('2026-02-01', '2026-02-22'), '2026-03-01'), true);
    assert.equal(isBackupDue(on('2026-03-01'), '2026-03-01'), false);
  });

  it('are due where the only ones were made while the clock was ahead', () => {
    assert.equal(isBackupDue(on('2031-01-01'), '2026-03-01'), true);
  });

  it('are kept, the last five of them', () => {
    const names = on('2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29', '2026-02-05');
    assert.deepEqual(surplusBackups([...names, 'mine.json']), on('2026-01-01'));
    assert.deepEqual(surplusBackups(names.slice(1)), []);
  });

  it('before another format are known by their names, among the others', () => {
    assert.equal(madeBefore(2, '2026-03-01'), 'journal-2026-03-01-before-format-2.json');
    const names = [
      madeBefore(12, '2026-03-02'),
      ...on('2026-03-01'),
      'journal-2026-03-03-before-format-.json',
    ];
    assert.deepEqual(
      backupsIn(names).map(({ day, format }) => [day, format]),
      [
        ['2026-03-02', 12],
        ['2026-03-01', undefined],
      ],
    );
  });

  it('before another format take no week’s place, and are thinned by themselves', () => {
    const weekly = on('2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29');
    const upgrades = [2, 3, 4, 5, 6, 7].map(format => madeBefore(format, `2025-0${format}-01`));
    assert.equal(isBackupDue([...weekly, madeBefore(8, '2026-02-05')], '2026-02-05'), true);
    assert.deepEqual(surplusBackups([...weekly, ...upgrades]), [madeBefore(2, '2025-02-01')]);
    assert.deepEqual(surplusBackups([...weekly, ...upgrades, ...on('2026-02-05')]), [
      ...on('2026-01-01'),
      madeBefore(2, '2025-02-01'),
    ]);
  });
});

describe('forgetting somebody in a backup', () => {
  const header = { exported: '2026-03-01T14:30:00+01:00', workspace: { name: 'shop', folders: [] } };
  const backup = printExport(
    [
      aMoment('gone', { who: ['Ana'] }),
      aMoment('changed', { what: 'Ana asked', who: ['Ana', 'Jo'], mood: 'glad' }),
      aMoment('other', { who: ['Jo'] }),
    ],
    header,
  );

  it('does to its moments what it does to the journal’s, and keeps what the backup says of itself', () => {
    assert.equal(
      forgetInBackup(backup, { name: 'Ana', how: 'remove' }),
      printExport(
        [
          aMoment('changed', { what: 'someone asked', who: ['Jo'], mood: 'glad' }),
          aMoment('other', { who: ['Jo'] }),
        ],
        header,
      ),
    );
  });

  it('reads a day of before that isn’t in the calendar, which a journal may hold', () => {
    const old = aMoment('old', { what: 'Ana asked', who: ['Ana', 'Jo'], followUp: { due: '2026-02-31' } });
    assert.equal(
      forgetInBackup(printExport([old], header), { name: 'Ana', how: 'remove' }),
      printExport([{ ...old, what: 'someone asked', who: ['Jo'] }], header),
    );
  });

  it('leaves one that doesn’t name them as it is', () => {
    assert.equal(forgetInBackup(backup, { name: 'Zuleika', how: 'remove' }), backup);
  });

  it('can’t be done in one that can’t be read whole, unless it doesn’t name them', () => {
    const broken = backup.slice(0, -30);
    assert.equal(forgetInBackup(broken, { name: 'Ana', how: 'remove' }), undefined);
    assert.equal(forgetInBackup(broken, { name: 'Zuleika', how: 'remove' }), broken);
  });
});
