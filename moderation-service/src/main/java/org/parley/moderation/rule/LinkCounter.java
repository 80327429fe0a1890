package org.parley.moderation.rule;

import com.google.re2j.Pattern;

/** Counts the links in a text. */
final class LinkCounter {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	private LinkCounter() {
	}

	static int count(String text) {
		var links = LINK.matcher(text);
		var count = 0;
		while (links.find()) {
			count++;
		}
		return count;
	}

}
