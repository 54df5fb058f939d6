// The shape of an icon the kit can draw: any `@lucide/svelte/icons/…` default export.
import type { Component } from 'svelte';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- icon packages type their props too narrowly to name
export type IconComponent = Component<any>;
