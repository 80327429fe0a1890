package org.parley.platform.text.markdown;

/** Limits that bound the cost of parsing a text. */
final class MarkdownLimits {

	/** The maximum number of blocks that are open at once, like quotes and lists. */
	static final int MAX_OPEN_BLOCKS = 50;

	/** The maximum nesting of emphasis, links and images. */
	static final int MAX_INLINE_NESTING = 50;

	/** The maximum number of table cells in a text, with rows padded to the widest. */
	static final int MAX_CELLS = 20_000;

	private MarkdownLimits() {
	}

	/** Whether the padded cells of all tables stay within the limit. */
	static boolean areTablesAffordable(String markdown) {
		var widest = markdown.lines().mapToLong((line) -> line.chars().filter((c) -> c == '|').count()).max().orElse(0);
		return (widest + 1) * markdown.lines().count() <= MAX_CELLS;
	}

}
