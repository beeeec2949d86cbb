/** The type that VS Code knows the growth tab by; it restores it after a reload. Apart, so that naming it loads nothing else. */
export const growthPanelType = 'belay.growth';
