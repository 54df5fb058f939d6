// The sign of each kind of attachment.
import AudioLines from '@lucide/svelte/icons/audio-lines';
import File from '@lucide/svelte/icons/file';
import FileText from '@lucide/svelte/icons/file-text';
import ImageIcon from '@lucide/svelte/icons/image';
import type { AttachmentKind } from '$host/generated/wire';
import type { IconComponent } from '$kit/icon';

export const signs: Record<AttachmentKind, IconComponent> = {
  picture: ImageIcon,
  sound: AudioLines,
  text: FileText,
  file: File,
};
