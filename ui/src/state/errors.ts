// One clear sentence for everything that can go wrong. The core answers with codes; their words are in messages/.
import { Refused, type Reason } from '$host/client';
import { message } from '$lib/messages';

/** What to tell a person about a failure, whatever was thrown. */
export function sentence(thrown: unknown): string {
  return sentenceFor(Refused.from(thrown).reason);
}

function sentenceFor(reason: Reason): string {
  switch (reason.code) {
    case 'invalid': {
      const { what, ...params } = reason.invalid;
      // Each comes with the numbers that its sentence names: a test tries them all.
      return message(`error_invalid_${what}`, params as never);
    }
    case 'trouble':
      return message(`error_trouble_${reason.problem}`);
    default:
      return message(`error_${reason.code}`);
  }
}
