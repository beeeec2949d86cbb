/** The type that VS Code knows the guide's editors by; it restores them after a reload. Apart, so that naming it loads nothing else. */
export const panelType = 'belay.guide.page';
