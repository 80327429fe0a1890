// The times that a newcomer reads begin with those of their clock.
document.querySelectorAll<HTMLInputElement>('input[name=timeZone]').forEach((field) => {
	field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
});
