package org.parley.forum.content;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps a text from making the parser work more than its length deserves. */
final class MarkdownLimits {

	/** Quotes and lists that one line may open. */
	static final int NESTING = 40;

	/** Cells that a text's tables may have: short rows are padded to the widest. */
	static final int CELLS = 20_000;

	/** Delimiters that a text may have without a look at how deeply they nest. */
	static final int DELIMITERS = 500;

	private static final Pattern TOO_DEEP = Pattern.compile(
			"^((?:[ \\t]*+(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){" + NESTING + "}[ \\t]*+)(\\d*+)([->+*.)])");

	private MarkdownLimits() {
	}

	/** The text with the markers escaped that open more than the limit. */
	static String nesting(String markdown) {
		return markdown.lines()
			.map((line) -> TOO_DEEP.matcher(line).replaceFirst("$1$2\\\\$3"))
			.collect(Collectors.joining("\n"));
	}

	/** Whether emphasis and images cannot nest deeply, for want of delimiters. */
	static boolean nestsLittle(String markdown) {
		return markdown.chars().filter((c) -> c == '*' || c == '_' || c == '~' || c == '!').count() <= DELIMITERS;
	}

	/** Whether the cells of all tables, padded, stay in the limit. */
	static boolean tablesFit(String markdown) {
		var widest = markdown.lines().mapToLong((line) -> line.chars().filter((c) -> c == '|').count()).max().orElse(0);
		return (widest + 1) * markdown.lines().count() <= CELLS;
	}

}
