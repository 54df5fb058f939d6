// What views and features call to read once and to change things; Live is for what should stay true on screen.
export { change, read, Refused, saveFile, type Changed, type Reason } from '$host/client';
