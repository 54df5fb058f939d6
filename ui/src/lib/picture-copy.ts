// Pictures as they go onto paper: no larger than is seen there, upright, standing still, and without anything that a
// camera wrote into them.

/** The longer side, in dots: the width of a page at 240 dots an inch. */
const longest = 1600;
const quality = 0.85;

/** A JPEG in base 64; undefined when the picture cannot be read. */
export async function jpegOf(picture: Blob): Promise<string | undefined> {
  const image = await createImageBitmap(picture).catch(() => undefined);
  if (!image) return undefined;
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) return undefined;
  // What lets light through stands on white, as on paper.
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas.toDataURL('image/jpeg', quality).split(',')[1];
}
