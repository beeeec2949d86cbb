import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Anchor, captureAnchor } from '../../../../src/platform/anchors/anchor';
import { findFile } from '../../../../src/platform/anchors/findFile';
import { LineIndex } from '../../../../src/platform/anchors/lineIndex';
import { type Location, locate } from '../../../../src/platform/anchors/locate';
import { captureSmallAnchor } from '../../../../src/platform/anchors/smallAnchor';
import { edits, rebases, rebasesAfter } from './history/edits';
import { FileModel } from './history/model';

const sources = {
  'src/sales.ts': 'sales.ts.txt',
  'src/routes.js': 'routes.js.txt',
  'report.py': 'report.py.txt',
};

/** A repository of Git in a folder of its own. */
class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'belay-history-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of the machine's own settings: no hooks, no signatures, no line ends.
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        GIT_CONFIG_GLOBAL: join(this.folder, 'no such file'),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ana',
        GIT_AUTHOR_EMAIL: 'ana@example.org',
        GIT_COMMITTER_NAME: 'Ana',
        GIT_COMMITTER_EMAIL: 'ana@example.org',
      },
    });
  }

  /** Makes the files those of `model` and commits them. */
  commit(model: FileModel, message: string): void {
    for (const path of this.read().keys()) {
      if (!model.files.has(path)) {
        rmSync(join(this.folder, path));
      }
    }
    for (const path of model.files.keys()) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), model.textOf(path));
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** The files as they lie there, by path. */
  read(): Map<string, string> {
    return new Map(
      readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
        .filter(path => !path.startsWith('.git') && statSync(join(this.folder, path)).isFile())
        .map(path => [path.replaceAll('\\', '/'), readFileSync(join(this.folder, path), 'utf8')]),
    );
  }
}

/** A note under test, and whose lines it is about. */
interface Tracked {
  readonly firstId: string;
  readonly lastId: string;
  /** Where the note was last known to be. */
  path: string;
  anchor: Anchor;
  place: Location | undefined;
}

/** How the notes stand after a step. */
interface Score {
  /** Notes whose lines are still there, and those of them that are on these lines. */
  readonly there: number;
  readonly right: number;
  /** For people: those that aren't. */
  readonly wrong: readonly string[];
  /** Notes whose first line is gone and that claim all the same to be in their place exactly. */
  readonly deceived: readonly string[];
}

/** Notes as the extension keeps them: found in the files that lie there, and taken anew where that is sure enough. */
class Notes {
  readonly all: Tracked[] = [];

  constructor(
    private readonly retake: boolean,
    private readonly capture: typeof captureSmallAnchor = captureAnchor,
  ) {}

  add(model: FileModel, path: string, start: number, end: number): void {
    const lines = model.lines(path);
    const [first, last] = [lines[start], lines[end]];
    const anchor = this.capture(model.textOf(path).split('\n'), start, end);
    assert.ok(first && last && anchor);
    this.all.push({ firstId: first.id, lastId: last.id, path, anchor, place: undefined });
  }

  follow(files: ReadonlyMap<string, string>): void {
    const indexes = new Map([...files].map(([path, text]) => [path, new LineIndex(text.split('\n'))]));
    for (const note of this.all) {
      const own = indexes.get(note.path);
      if (own) {
        note.place = locate(note.anchor, own);
      } else {
        const candidates = [...indexes].map(([path, lines]) => ({ path, lines }));
        const found = findFile(note.anchor, candidates, note.path);
        note.place = found?.location;
        note.path = found && found.confidence !== 'unsure' ? found.file.path : note.path;
      }
      const index = indexes.get(note.path);
      if (this.retake && index && note.place && note.place.confidence !== 'unsure') {
        note.anchor = this.capture(index, note.place.start, note.place.end) ?? note.anchor;
      }
    }
  }

  score(model: FileModel): Score {
    const wrong: string[] = [];
    const deceived: string[] = [];
    let there = 0;
    for (const note of this.all) {
      const { path, place } = note;
      const [first, last] = [model.find(note.firstId), model.find(note.lastId)];
      const story = `“${note.anchor.lines[0]}” at ${path}: ${JSON.stringify(place)}`;
      if (!first && place?.confidence === 'exact') {
        deceived.push(story);
      }
      if (first && last) {
        there += 1;
        if (!place || first.path !== path || first.line !== place.start || last.line !== place.end) {
          wrong.push(`${story}, should be ${first.path} ${first.line} to ${last.line}`);
        }
      }
    }
    return { there, right: there - wrong.length, wrong, deceived };
  }
}

/** Whether Git is on this machine. */
function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the whole history, telling of the model and the files that lie there after each step. */
function play(
  repository: Repository,
  begin: (model: FileModel) => void,
  step: (what: string, model: FileModel) => void,
): void {
  const texts = Object.entries(sources).map(([path, name]) => [
    path,
    readFileSync(join(process.cwd(), 'test/unit/platform/anchors/history', name), 'utf8'),
  ]);
  let model = FileModel.of(Object.fromEntries(texts));
  repository.commit(model, 'begin');
  begin(model);
  for (const [number, [what, edit]] of edits.entries()) {
    model = model.after(what, edit);
    repository.commit(model, what);
    step(what, model);
    const rebase = rebases[rebasesAfter.indexOf(number + 1)];
    if (rebase) {
      const branch = model.after(...rebase.branch);
      repository.git('checkout', '--quiet', '-b', `topic-${number}`);
      repository.commit(branch, rebase.branch[0]);
      step(rebase.branch[0], branch);
      repository.git('checkout', '--quiet', 'main');
      step('[main] checked out', model);
      model = model.after(...rebase.main);
      repository.commit(model, rebase.main[0]);
      step(rebase.main[0], model);
      repository.git('checkout', '--quiet', `topic-${number}`);
      repository.git('rebase', '--quiet', 'main');
      // The same edit on what the main line has become: Git has to have come to the same files.
      model = model.after(...rebase.branch);
      step(`rebase ${rebase.branch[0]}`, model);
      repository.git('checkout', '--quiet', 'main');
      repository.git('merge', '--quiet', '--ff-only', `topic-${number}`);
    }
  }
}

/** The notes: a part of their first line's text, which of the lines with it, and how many lines more. */
const noted: readonly (readonly [path: keyof typeof sources, part: string, nth: number, more: number])[] = [
  ['src/sales.ts', 'const pageSize', 0, 0],
  ['src/sales.ts', 'if (input.total < 0)', 0, 0],
  ['src/sales.ts', 'const now = this.clock.now();', 2, 0],
  ['src/sales.ts', 'return id;', 1, 0],
  ['src/sales.ts', 'audit.write', 2, 0],
  ['src/sales.ts', 'if (!row) {', 2, 2],
  ['src/sales.ts', "query('invoices'", 0, 0],
  ['src/sales.ts', 'async createShipment', 0, 13],
  ['src/sales.ts', 'async listCoupons', 0, 3],
  ['src/sales.ts', 'throw error;', 0, 0],
  ['src/sales.ts', 'return rows.map', 3, 0],
  ['src/routes.js', 'function salesRoutes', 0, 0],
  ['src/routes.js', "error: 'bad page'", 1, 0],
  ['src/routes.js', "error: 'bad id'", 3, 0],
  ['src/routes.js', 'return;', 4, 0],
  ['src/routes.js', 'response.status(404)', 2, 0],
  ['src/routes.js', 'logger.error', 1, 1],
  ['src/routes.js', "router.post('/invoices'", 0, 8],
  ['report.py', 'ENCODING =', 0, 0],
  ['report.py', "if row['created'][:7] != month:", 1, 1],
  ['report.py', 'for row in rows:', 2, 0],
  ['report.py', 'def print_orders', 0, 0],
  ['report.py', 'return dict(sums)', 4, 0],
  ['report.py', "print('usage", 0, 0],
  ['report.py', 'month = month or', 0, 0],
];

describe('notes through the history of a repository', function () {
  // Some hundred runs of Git.
  this.timeout(60_000);

  if (!hasGit()) {
    return;
  }

  it('stay on their lines through thirty edits and five rebases, and none is lost', () => {
    const repository = new Repository();
    // Opened at every step, and not once since the notes were written.
    const followed = new Notes(true);
    const asleep = new Notes(false);
    // As moments are: never taken anew.
    const small = new Notes(false, captureSmallAnchor);
    const none = () => ({ right: 0, there: 0 });
    const sums = { followed: none(), asleep: none(), small: none() };
    try {
      play(
        repository,
        model => {
          for (const [path, part, nth, more] of noted) {
            const start = model.at(path, part, nth);
            followed.add(model, path, start, start + more);
            asleep.add(model, path, start, start + more);
            small.add(model, path, start, start + more);
          }
        },
        (what, model) => {
          const files = repository.read();
          const expected = new Map([...model.files.keys()].map(path => [path, model.textOf(path)]));
          assert.deepEqual(files, expected, `Git has other files after: ${what}`);
          for (const [name, notes, least] of [
            ['followed', followed, 0.95],
            ['asleep', asleep, 0.8],
            ['small', small, 0.8],
          ] as const) {
            if (notes !== followed && !what.startsWith('rebase')) {
              continue;
            }
            notes.follow(files);
            const { right, there, wrong, deceived } = notes.score(model);
            assert.ok(
              right >= least * there,
              `${name}: ${right} of ${there} after: ${what}\n${wrong.join('\n')}`,
            );
            assert.deepEqual(deceived, [], `${name}, after: ${what}`);
            assert.equal(notes.all.length, noted.length);
            sums[name].right += right;
            sums[name].there += there;
          }
        },
      );
    } finally {
      rmSync(repository.folder, { recursive: true, force: true });
    }
    // So much for the worst step; on the whole they do better.
    assert.ok(sums.followed.right >= 0.98 * sums.followed.there, JSON.stringify(sums));
  });
});
