// A state for tests, its Markdown read to the end.
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type EditorStateConfig } from '@codemirror/state';

/**
 * A new state reads for 20 ms, which a busy computer may need for a line. What is read after that counts from the next
 * transaction on.
 */
export function readState(config: EditorStateConfig): EditorState {
  const state = EditorState.create(config);
  ensureSyntaxTree(state, state.doc.length, 5_000);
  return state.update({}).state;
}
