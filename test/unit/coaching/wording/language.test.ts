import assert from 'node:assert/strict';
import { belay } from './rulesOnDisk';

/** Review comments as people write them, by language, with names of code among them. */
const comments: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Warum hast du das nicht in `parseConfig` gemacht?',
    'Das ist falsch, bitte ändern.',
    'Kannst du hier bitte noch einen Test für null ergänzen?',
    'Ich finde den Namen handleData zu allgemein, vielleicht lieber parseInvoice?',
    'Nit: Leerzeile fehlt.',
    'Super gelöst, danke!',
    'Offensichtlich hast du das nie getestet.',
    'Bitte async/await statt .then() verwenden',
    'Was passiert, wenn user undefined ist?',
    'Die Exception wird hier einfach verschluckt, obviously wrong.',
  ],
  Spanish: [
    '¿Por qué no usas un Map aquí?',
    'Esto está mal, hay que cambiarlo.',
    'Falta un test para el caso en que la lista está vacía.',
    '¿Podrías extraer esto a una función aparte? Así es más fácil de leer.',
    'Creo que deberíamos validar el parámetro antes de llamar a fetchOrders.',
    'Nunca hagas esto en producción.',
    'Borra el console.log por favor',
  ],
  French: [
    'Pourquoi ne pas utiliser une Map ici ?',
    "C'est faux, il faut corriger.",
    'Il manque un test pour le cas où la liste est vide.',
    'Bien joué pour le refactoring de UserService, merci !',
    'On devrait valider le paramètre avant d’appeler fetchOrders.',
    "Supprime le console.log s'il te plaît",
    'Évidemment tu n’as pas testé.',
  ],
  Portuguese: [
    'Por que você não usou um Map aqui?',
    'Isso está errado, precisa mudar.',
    'Falta um teste para o caso em que a lista está vazia.',
    'Ótimo trabalho no refactor do UserService, obrigado!',
    'Não entendi o que esse método faz.',
    'O nome da variável não diz nada.',
  ],
  Japanese: [
    'なぜここで Map を使わないのですか？',
    'これは間違っています。直してください。',
    'handleRequest は async にした方がよいと思います。',
    'この処理を別の関数に切り出せませんか？',
    'LGTM です',
    'nit: 変数名 data は分かりにくいです',
  ],
  Chinese: [
    '为什么这里不用 Map？',
    '这是错的，请修改。',
    '请把 handleRequest 改成 async。',
    '这段逻辑能不能提取成一个函数？',
    '变量名 data 不清楚',
    '明显没有测试过, this is stupid code',
  ],
  Russian: [
    'Почему здесь не используется Map?',
    'Это неправильно, исправь.',
    'Можно вынести это в отдельную функцию?',
    'Не понимаю, что делает метод fetchOrders.',
    'Очевидно, ты это не тестировал.',
    'nit: лишний console.log',
  ],
};

/** Comments written after the lists of words were. */
const later: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Hier fehlt eine Prüfung auf leere Strings, sonst kracht es in validateEmail.',
    'Könntest du die magische Zahl 86400 in eine Konstante ziehen?',
    'Brauchen wir diesen Parameter überhaupt?',
    'Gefällt mir, deutlich lesbarer als vorher.',
  ],
  Spanish: [
    'Este bucle recorre la lista dos veces, se puede hacer con un solo reduce.',
    '¿Qué pasa si response es null?',
    'Buen detalle lo de cachear el resultado.',
  ],
  French: [
    'Cette boucle parcourt la liste deux fois, un seul reduce suffirait.',
    'Que se passe-t-il si response est null ?',
    'Bonne idée de mettre le résultat en cache.',
  ],
  Portuguese: [
    'Esse loop percorre a lista duas vezes, dá para fazer com um reduce só.',
    'O que acontece se response for null?',
  ],
  Japanese: ['response が null の場合はどうなりますか？', 'キャッシュするのは良いアイデアですね。'],
  Chinese: ['如果 response 是 null 会怎么样？', '缓存结果是个好主意。'],
  Russian: ['Что будет, если response равен null?', 'Хорошая идея кешировать результат.'],
};

const english = [
  'LGTM',
  'Wrong.',
  'Rename `data`.',
  'Obviously wrong.',
  'Missing null check.',
  'Typo',
  'todo',
  'Extract method.',
  'WTF, DES?',
  'useless comment',
  'missing || die',
  'Looks good to me, Zoë!',
  'nit: naïve approach',
  'André wrote this, why did you change it?',
  'Please rename 変数 to something clearer; the name is odd.',
  'The German label „Datei nicht gefunden“ is never shown.',
  'Fix formatting, no tabs',
  'Use a Map en lieu of this.',
  '',
];

describe('The wording check', () => {
  for (const [language, texts] of [...Object.entries(comments), ...Object.entries(later)]) {
    for (const text of texts) {
      it(`is silent on ${language}: ${text}`, () => {
        assert.equal(belay.reads(text), false);
        assert.deepEqual(belay.check(text), []);
        assert.deepEqual(Object.values(belay.sumUp(text)).filter(Boolean), []);
      });
    }
  }

  for (const text of english) {
    it(`reads as English: ${text}`, () => assert.equal(belay.reads(text), true));
  }

  it('finds in an English comment what it would find without the German in it', () => {
    const text = 'This is stupid, you never test your code. Danke!';
    assert.ok(belay.check(text).length > 0);
  });
});
