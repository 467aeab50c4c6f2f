"""Page planning: `Site` to `Page` values (route, template, view models); nothing is rendered."""
