package org.parley.platform.text.markdown;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Limits that bound the cost of parsing a text. */
final class MarkdownLimits {

	/** The maximum number of quotes and lists that one line may open. */
	static final int MAX_NESTING = 40;

	/** The maximum number of table cells in a text, with rows padded to the widest. */
	static final int MAX_CELLS = 20_000;

	/** The number of delimiters that cannot overflow a normal stack. */
	static final int FEW_DELIMITERS = 500;

	private static final Pattern TOO_DEEP = Pattern
		.compile("^((?:[ \\t]*+(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){" + MAX_NESTING
				+ "}[ \\t]*+)(\\d*+)([->+*.)])");

	private MarkdownLimits() {
	}

	/** Escapes the markers that exceed the nesting limit. */
	static String escapeDeepNesting(String markdown) {
		return markdown.lines()
			.map((line) -> TOO_DEEP.matcher(line).replaceFirst("$1$2\\\\$3"))
			.collect(Collectors.joining("\n"));
	}

	/** Whether a text has too few delimiters for deeply nested emphasis and images. */
	static boolean hasFewDelimiters(String markdown) {
		return markdown.chars().filter((c) -> c == '*' || c == '_' || c == '~' || c == '!').count() <= FEW_DELIMITERS;
	}

	/** Whether the padded cells of all tables stay within the limit. */
	static boolean areTablesAffordable(String markdown) {
		var widest = markdown.lines().mapToLong((line) -> line.chars().filter((c) -> c == '|').count()).max().orElse(0);
		return (widest + 1) * markdown.lines().count() <= MAX_CELLS;
	}

}
