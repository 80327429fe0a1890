package org.parley.moderation.rule;

/**
 * Estimates the size of the program of a regular expression. Counted repetitions copy
 * what they repeat, so nested ones grow exponentially.
 */
final class PatternCost {

	private final String pattern;

	private int at;

	private PatternCost(String pattern) {
		this.pattern = pattern;
	}

	/** Returns the size, at most {@code Integer.MAX_VALUE}, of a valid pattern. */
	static long of(String pattern) {
		var cost = new PatternCost(pattern);
		var size = cost.sequence();
		while (cost.at < pattern.length()) {
			cost.at++;
			size = bounded(size + cost.sequence());
		}
		return size;
	}

	/** Reads up to the end of the group. */
	private long sequence() {
		var size = 0L;
		while (this.at < this.pattern.length() && this.pattern.charAt(this.at) != ')') {
			var atom = atom();
			size = bounded(size + atom * repetition());
		}
		return Math.max(1, size);
	}

	private long atom() {
		var next = this.pattern.charAt(this.at++);
		return switch (next) {
			case '(' -> group();
			case '[' -> characterClass();
			case '\\' -> escape();
			default -> 1;
		};
	}

	private long group() {
		var size = sequence();
		this.at++;
		return size;
	}

	private long characterClass() {
		if (this.at < this.pattern.length() && this.pattern.charAt(this.at) == '^') {
			this.at++;
		}
		var first = true;
		while (this.at < this.pattern.length() && (first || this.pattern.charAt(this.at) != ']')) {
			this.at += (this.pattern.charAt(this.at) == '\\') ? 2 : 1;
			first = false;
		}
		this.at++;
		return 1;
	}

	/** Quoted text counts by its length; a repetition after it repeats one character. */
	private long escape() {
		var kind = (this.at < this.pattern.length()) ? this.pattern.charAt(this.at++) : ' ';
		if (kind != 'Q') {
			skipName(kind);
			return 1;
		}
		var end = this.pattern.indexOf("\\E", this.at);
		var size = ((end < 0) ? this.pattern.length() : end) - this.at;
		this.at = (end < 0) ? this.pattern.length() : end + 2;
		return Math.max(1, size);
	}

	/** The code point of {@code \x{…}} and the class of {@code \p{…}} are no counts. */
	private void skipName(char kind) {
		var end = this.pattern.startsWith("{", this.at) ? this.pattern.indexOf('}', this.at) : -1;
		if ("xpP".indexOf(kind) >= 0 && end >= 0) {
			this.at = end + 1;
		}
	}

	/** Reads all quantifiers that follow an atom. */
	private long repetition() {
		var times = 1L;
		while (this.at < this.pattern.length()) {
			var next = this.pattern.charAt(this.at);
			if (next == '{') {
				var end = this.pattern.indexOf('}', this.at);
				var counted = (end < 0) ? 1 : most(this.pattern.substring(this.at + 1, end));
				if (counted < 0) {
					return times;
				}
				times = bounded(times * counted);
				this.at = (end < 0) ? this.pattern.length() : end + 1;
			}
			else if (next == '*' || next == '+' || next == '?') {
				this.at++;
			}
			else {
				return times;
			}
		}
		return times;
	}

	/** The largest number of a counted repetition; negative for a literal brace. */
	private static long most(String counts) {
		var numbers = counts.split(",", -1);
		var most = 1L;
		for (var number : numbers) {
			if (number.length() > 9 || !number.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
				return -1;
			}
			most = number.isEmpty() ? most : Math.max(most, Long.parseLong(number));
		}
		return most;
	}

	private static long bounded(long size) {
		return Math.min(size, Integer.MAX_VALUE);
	}

}
