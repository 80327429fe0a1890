/** What pages look like: as the reader's device does, light, or dark. */
export const THEMES = ['device', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** The theme that a cookie or a form names, that of the device for anything else. */
export function themeOf(text: string | undefined): Theme {
	return THEMES.find((one) => one === text) ?? 'device';
}
