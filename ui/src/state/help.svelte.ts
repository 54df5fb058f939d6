// Help by country, from commands that answer in every state of the program; and, when the journal is open, my people.
import { change, type Changed } from '$host/client';
import type { Country, Help, Person, PersonDraft } from '$host/generated/wire';
import { Live } from './live.svelte';
import { session } from './session.svelte';
import { lookAgain } from './today.svelte';

/** The entry for a country that is not listed. */
export const elsewhere = 'ZZ';

/**
 * The first language with a region that is known, such as `en-IE`. A language alone says nothing about where one is.
 */
export function guessCountry(languages: readonly string[], known: readonly string[]): string {
  const regions = languages.map((language) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1]);
  return (
    regions.map((region) => region?.toUpperCase() ?? '').find((region) => known.includes(region)) ?? elsewhere
  );
}

/** Another country than one's own, until the window closes. It is kept only when asked for. */
const visit = $state<{ country: string | undefined }>({ country: undefined });

export class HelpByCountry {
  #countries = new Live('list_countries', () => null, []);
  #help = new Live('get_help', () => this.country, []);

  /** Make one while a component starts. */
  constructor() {
    // What is open now changes by the clock.
    $effect(() => lookAgain(() => void this.#help.refresh()));
  }

  get countries(): Country[] {
    return this.#countries.value ?? [];
  }

  get help(): Help | undefined {
    return this.#help.value;
  }

  get error() {
    return this.#help.error ?? this.#countries.error;
  }

  /** The one that was chosen for good; nothing before that. */
  readonly own: string | undefined = $derived(session.preferences?.country ?? undefined);

  readonly country: string = $derived(
    visit.country ??
      this.own ??
      guessCountry(
        navigator.languages,
        this.countries.map(({ code }) => code),
      ),
  );

  readonly isGuess: boolean = $derived(visit.country === undefined && this.own === undefined);

  nameOf(code: string): string {
    return this.countries.find((country) => country.code === code)?.name ?? '';
  }

  /** Shows the numbers of a country without keeping it. */
  look(country: string): void {
    visit.country = country === this.own ? undefined : country;
  }

  async choose(country: string): Promise<void> {
    await session.setPreferences({ country });
    visit.country = undefined;
  }
}

export class People {
  #list = new Live('list_people', () => null, ['people']);

  get all(): Person[] | undefined {
    return this.#list.value;
  }

  get error() {
    return this.#list.error;
  }
}

export function savePerson(draft: PersonDraft): Promise<Changed<Person>> {
  return change('save_person', draft);
}

export function deletePerson(person: Person): Promise<Changed<null>> {
  return change('delete_person', person.id);
}
