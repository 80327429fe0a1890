package org.parley.moderation.rule;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Explains why a policy cannot have a pattern, a phrase or a script. */
public final class PatternProblem {

	/** The largest program of a pattern; the time to match grows with it. */
	static final int MOST = 2_000;

	private PatternProblem() {
	}

	/** Returns a message for a pattern that is invalid or too expensive. */
	public static Optional<String> of(String pattern) {
		if (PatternCost.of(pattern) > MOST) {
			return Optional.of("repeats too much");
		}
		try {
			Pattern.compile(pattern);
			return Optional.empty();
		}
		catch (PatternSyntaxException ex) {
			return Optional.of("is no regular expression of RE2: " + ex.getDescription());
		}
	}

	/** Returns the size of a pattern, at most that of the largest one. */
	public static long size(String pattern) {
		return Math.min(PatternCost.of(pattern), MOST);
	}

	/**
	 * Whether Unicode has a script of this name, such as {@code cyrillic}, that letters
	 * belong to.
	 */
	public static boolean isScript(String name) {
		try {
			return switch (UnicodeScript.forName(name.toUpperCase(Locale.ROOT))) {
				case UNKNOWN, COMMON, INHERITED -> false;
				default -> true;
			};
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Whether a phrase has letters, digits or emoji to compare. */
	public static boolean isComparable(String phrase) {
		return !NormalizedText.of(phrase).isEmpty();
	}

}
