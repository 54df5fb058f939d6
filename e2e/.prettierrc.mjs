// The settings have one home, ui; nothing here is Svelte.
import ui from '../ui/.prettierrc.json' with { type: 'json' };

export default { ...ui, plugins: [], overrides: [] };
