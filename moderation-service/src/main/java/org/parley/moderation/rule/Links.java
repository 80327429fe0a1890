package org.parley.moderation.rule;

import com.google.re2j.Pattern;

/** Counts links. */
final class Links {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	private Links() {
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
