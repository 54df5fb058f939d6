// What is seen as one sign is passed over as one and goes as one, by whichever key or press: the cursor never rests inside
// of it, and no part of it is left behind.
import { EditorSelection, EditorState, type ChangeSpec, type Text } from '@codemirror/state';
import { signAfter, signBefore, isInsideSign } from '$lib/graphemes';

/** The sign that would be taken apart at a position. */
function signAround(doc: Text, position: number): { from: number; to: number } | undefined {
  const { from, text } = doc.lineAt(position);
  const at = position - from;
  if (!isInsideSign(text, at)) return undefined;
  return { from: from + signBefore(text, at), to: from + signAfter(text, at) };
}

export const wholeSigns = EditorState.transactionFilter.of((change) => {
  const { startState, newSelection, newDoc } = change;
  if (change.isUserEvent('delete')) {
    const rests: ChangeSpec[] = [];
    change.changes.iterChanges((from, to, at, _, inserted) => {
      if (inserted.length > 0) return;
      const before = signAround(startState.doc, from)?.from ?? from;
      const after = signAround(startState.doc, to)?.to ?? to;
      if (before < from || after > to) rests.push({ from: at - (from - before), to: at + (after - to) });
    });
    return rests.length > 0 ? [change, { changes: rests, sequential: true }] : change;
  }
  if (!change.isUserEvent('select')) return change;
  let isMended = false;
  const ranges = newSelection.ranges.map((range, at) => {
    const sign = signAround(newDoc, range.head);
    if (!sign) return range;
    isMended = true;
    // On in the way it went.
    const isForward = range.head >= (startState.selection.ranges[at] ?? range).head;
    const head = isForward ? sign.to : sign.from;
    const { anchor, assoc, bidiLevel, goalColumn, empty } = range;
    return empty
      ? EditorSelection.cursor(head, assoc, bidiLevel ?? undefined, goalColumn)
      : EditorSelection.range(anchor, head, goalColumn, bidiLevel ?? undefined);
  });
  if (!isMended) return change;
  return [change, { selection: EditorSelection.create(ranges, newSelection.mainIndex), sequential: true }];
});
