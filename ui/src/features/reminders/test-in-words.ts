// What a test notice found out about this system, one sentence each.
import type { NotificationTestState, ShownTest } from '$host/generated/wire';
import { m } from '$lib/messages';

const whether = (has: boolean | null) => (has === null ? 'unsaid' : has ? 'yes' : 'no');

function shownSentences({ server, has_buttons, has_sound, hold, heard }: ShownTest): string[] {
  return [
    server === null ? m.reminder_test_server_unsaid() : m.reminder_test_server({ server }),
    m[`reminder_test_buttons_${whether(has_buttons)}`](),
    m[`reminder_test_sound_${whether(has_sound)}`](),
    heard === null ? m.reminder_test_heard_nothing() : m[`reminder_test_heard_${heard}`](),
    hold === null ? m.reminder_test_no_hold() : m.reminder_test_hold({ hold }),
  ];
}

export function testSentences(state: NotificationTestState): string[] {
  switch (state.state) {
    case 'asked':
      return [m.reminder_test_asked()];
    case 'no_server':
      return [m.reminder_test_no_server()];
    case 'shown':
      return shownSentences(state);
  }
}
