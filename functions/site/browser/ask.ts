import type { Answer } from '../../screening/answer.ts';
import { registerFrom, type Portable } from '../../screening/portable.ts';
import { screen } from '../../screening/screen.ts';
import type { BeijingDate, Instant } from '../../time.ts';
import { type Phrases, showAnswers } from './answers.ts';
import { type Asked, questionsIn } from './questions.ts';
import { saveCsv, saveXlsx } from './save.ts';

// Screening in the page: the index is fetched once from this site, and nothing that is entered is sent anywhere.

const MOST = 20_000;
/** Questions between two breaths, so that the page stays alive. */
const AT_ONCE = 500;

const element = <T extends Element>(id: string, type: new () => T): T => {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`ask.html has no ${type.name} “${id}”`);
};

const form = element('ask', HTMLFormElement);
const questions = element('questions', HTMLTextAreaElement);
const day = element('day', HTMLInputElement);
const file = element('file', HTMLInputElement);
const status = element('status', HTMLParagraphElement);
const answers = element('answers', HTMLDivElement);
const phrases = JSON.parse(answers.dataset['phrases'] ?? '{}') as Phrases;

const register = fetch(new URL('../index.json', location.href), { credentials: 'omit' })
  .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
  .then((answer) => answer as Portable)
  .then((portable) => ({ known: registerFrom(portable), around: portable.around }));
register.catch(() => (status.textContent = phrases.ask.failed));

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask(questionsIn(questions.value));
});
file.addEventListener('change', () => void askFile(file.files?.[0]));
for (const kind of ['dragover', 'dragleave', 'drop'] as const) {
  form.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.toggle('drop', kind === 'dragover');
    if (kind === 'drop') void askFile(event.dataTransfer?.files[0]);
  });
}

async function askFile(chosen: File | undefined): Promise<void> {
  if (chosen) await ask(questionsIn(textOf(new Uint8Array(await chosen.arrayBuffer()))));
}

/** UTF-8 where it is valid, else Shift_JIS: what Japanese spreadsheets save. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

async function ask(asked: readonly Asked[]): Promise<void> {
  if (asked.length > MOST) {
    status.textContent = phrases.ask.tooMany;
    return;
  }
  status.textContent = phrases.ask.asking;
  const { known, around } = await register;
  const on = day.value as BeijingDate;
  const knownBy = new Date().toISOString() as Instant;
  const made: Answer[] = [];
  for (const [i, { text, id }] of asked.entries()) {
    if (i % AT_ONCE === 0) await new Promise((resume) => setTimeout(resume));
    made.push(screen(known, { text, on, knownBy, ...(id !== undefined && { id }) }, around, phrases.language));
  }
  const name = `dual-use-watch-${on}`;
  showAnswers(made, answers, phrases, {
    csv: () => {
      saveCsv(made, name);
    },
    xlsx: () => void saveXlsx(made, name),
    print: () => {
      window.print();
    },
  });
  const counts = (['listed', 'covered', 'possible', 'no-match'] as const).map(
    (verdict) => `${phrases.ask[verdict]} ${made.filter((answer) => answer.verdict === verdict).length}`,
  );
  status.textContent = `${made.length} ${phrases.ask.rows}: ${counts.join(' · ')}`;
}
