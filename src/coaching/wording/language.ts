import type { Token } from './tokens';

/** The language that the rules are written for, as the Web names languages. The check is silent about others. */
export const checkedLanguage = 'en';

const words = (list: string) => new Set(list.split(' '));

/** Short words that hardly an English sentence does without, but for those that other languages have as well: `no`, `do`, `in`. */
const english = words(
  'the is are were be been being it its it’s this that these those there here you she we they my ' +
    'your his her our their us them and or but if then than because of to at by for from with without into ' +
    'about over after before when where why how what which who not don’t doesn’t isn’t can’t won’t didn’t does ' +
    'did have has had will would could should can may might must please just only also very too all any some each ' +
    'every more most other same such now never always again still yet let let’s make use need get thanks looks nice ' +
    'i’m i’d i’ve i’ll you’re we’re that’s there’s',
);
/** The same of other languages, without those that English also has, or code: `die`, `comment`, `con`, `bin`. */
const others = {
  german: words(
    'der das ein eine einen einem einer eines und oder aber nicht kein keine keinen ich du er sie wir ' +
      'ihr mich mir dich dir uns euch ist sind waren wird werden wurde wäre haben hatte hätte kann kannst ' +
      'können könnte könnten sollte sollten muss müssen müsste würde wenn weil dass ob wie warum wieso ' +
      'weshalb wo wer hier dann noch nur auch schon bitte danke von vom zu zum zur bei aus auf für über ' +
      'unter nach vor durch gegen ohne beim sich doch ja nein sehr immer nie wieder diese dieser dieses ' +
      'diesen diesem mehr viel als besser schön finde ganz eher lieber einfach bist fehlt fehlen',
  ),
  spanish: words(
    'el la los las un una unos unas pero que de en por para sobre se lo le les te mi tu está están ' +
      'estaba si sí cuando porque qué cómo dónde cuál quién este esta esto estos estas ese esa eso aquí ' +
      'ahí muy más menos también nunca siempre otra otro puedes podrías podemos podríamos ' +
      'debe debería tiene tienes tenemos hace hacer usar mejor gracias creo yo bien falta deberíamos ' +
      'habría sería',
  ),
  french: words(
    'le la les un une du de et ou mais ne pas que qui quoi où ce cet cette ces c’est est sont était ' +
      'être il elle nous vous ils elles je tu j’ai avons avez ont a-t-il dans sur sous avec pour par au ' +
      'en si quand parce pourquoi ici là très bien aussi déjà jamais toujours merci peux peut pourrais ' +
      'pourrait pourrions devrait faut faudrait faire d’un d’une n’est n’a qu’il qu’on ça cela sa ses ma ' +
      'leur votre notre plutôt mieux peu tout toute trop manque',
  ),
  portuguese: words(
    'uma uns umas ou mas não que de dos das em por para sem sobre se é são está estão foi há você ele ' +
      'ela nós eles isso isto este esta esse essa aqui aí muito mais menos também já nunca sempre outro ' +
      'outra pode podemos poderia deve deveria tem temos faz fazer usar melhor obrigado acho ' +
      'quando porque porquê como onde qual quem ao à pelo pela seu sua meu minha só bem falta seria',
  ),
  italian: words(
    'il lo la gli le un una uno ma che di della dei delle alla nel nella senza si è sono essere c’è tu ' +
      'lui lei noi voi questo questa questi queste quello quella qui molto più meno anche già mai sempre ' +
      'altro altra tutto puoi può potremmo potrebbe dovrebbe dobbiamo hai abbiamo fare usare meglio ' +
      'grazie quando perché dove quale dal dalla mi ti bene manca sarebbe',
  ),
  dutch: words(
    'de het een en maar niet geen ik jij je hij zij wij ze zijn waren wordt worden heeft hebben kan ' +
      'kunnen kunt zou zouden moet moeten dit deze hier daar dan nog ook wel eens met zonder voor uit ' +
      'naar bij onder om te als omdat waarom hoe wie waar zo heel meer beter graag dank bedankt mij mijn ' +
      'jouw ons onze er zit goed',
  ),
  polish: words(
    'że się nie jest są był była będzie być jak czy lub albo bo dla od przy przez tego tej tym tutaj tu ' +
      'tam kto gdzie dlaczego czemu już jeszcze też tylko może można trzeba powinno powinien powinniśmy ' +
      'mamy masz mam lepiej proszę dzięki żeby gdy kiedy jeśli mi ja ty',
  ),
};

const otherLists = Object.values(others);

/** Words of English that have kept an accent. */
const accented = words(
  'naïve naïvely café résumé façade cliché cliché’d déjà vis-à-vis über coöperate née touché',
);

/** Letters of no Latin script. Each says more than one of ours: some are words. */
const foreignLetter = /(?!\p{Script=Latin})\p{L}/gu;
const lettersAWord = 2;

/**
 * Whether a comment is in the language of the rules. A comment whose short words are those of another language isn't,
 * nor one in another script, however many names of code are in it; one that has neither, as `LGTM`, is.
 */
export function isInCheckedLanguage(tokens: readonly Token[]): boolean {
  let ours = 0;
  let letters = 0;
  let accents = 0;
  const theirs = otherLists.map(() => 0);
  for (const { kind, text } of tokens) {
    if (kind !== 'word') {
      continue;
    }
    const word = text.replaceAll("'", '’');
    letters += text.match(foreignLetter)?.length ?? 0;
    if (english.has(word)) {
      ours += 1;
      continue;
    }
    let isTheirs = false;
    otherLists.forEach((list, index) => {
      if (list.has(word)) {
        isTheirs = true;
        theirs[index] = (theirs[index] ?? 0) + 1;
      }
    });
    if (!isTheirs && /[^\p{ASCII}’…]/u.test(word) && /[À-ÿąćęłńśźżœ]/.test(word) && !accented.has(word)) {
      accents += 1;
    }
  }
  const foreign = Math.max(...theirs) + accents / 2 + letters / lettersAWord;
  return foreign < 1 || foreign <= ours;
}
