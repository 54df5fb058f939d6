// Signs that say: get help. For today, and for the days to come. Short; longer words about them are in the library.
import { m } from '$lib/messages';

export const today: readonly string[] = [
  m.help_sign_plan(),
  m.help_sign_safe(),
  m.help_sign_others(),
  m.help_sign_voices(),
  m.help_sign_awake(),
  m.help_sign_took(),
  m.help_sign_body(),
  m.help_sign_eating(),
  m.help_sign_home(),
  m.help_sign_birth(),
];

export const soon: readonly string[] = [
  m.help_soon_weeks(),
  m.help_soon_slipping(),
  m.help_soon_unreal(),
  m.help_soon_event(),
  m.help_soon_medicine(),
  m.help_soon_substances(),
  m.help_soon_sleep(),
  m.help_soon_panic(),
  m.help_soon_gaps(),
  m.help_soon_grief(),
  m.help_soon_worth(),
];
