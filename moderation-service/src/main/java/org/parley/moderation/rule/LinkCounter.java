package org.parley.moderation.rule;

import com.google.re2j.Pattern;

/** Counts links. */
final class LinkCounter {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	private LinkCounter() {
	}

	static int in(String text) {
		var links = LINK.matcher(text);
		var count = 0;
		while (links.find()) {
			count++;
		}
		return count;
	}

}
