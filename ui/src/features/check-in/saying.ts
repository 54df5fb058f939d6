// What is said, once, when a check-in has been kept: and how to take it back.
import type { CheckInId } from '$host/generated/wire';
import { toasts } from '$kit/toasts.svelte';
import { m } from '$lib/messages';
import type { CheckInForm } from '$state/check-ins.svelte';

export function sayKept(form: CheckInForm, id: CheckInId): void {
  toasts.show({ text: m.check_in_kept(), undo: () => form.takeBack(id) });
}
