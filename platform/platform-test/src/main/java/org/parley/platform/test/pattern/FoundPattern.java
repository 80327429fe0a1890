package org.parley.platform.test.pattern;

/**
 * A regular expression of a class.
 *
 * @param regex its text
 * @param flags those of {@link java.util.regex.Pattern}
 * @param searching whether it is searched anywhere in a text, not only at its start
 * @param place the class and method
 */
record FoundPattern(String regex, int flags, boolean searching, String place) {

	@Override
	public String toString() {
		return "%s: %s".formatted(this.place, this.regex);
	}

}
