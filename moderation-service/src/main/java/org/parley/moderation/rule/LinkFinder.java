package org.parley.moderation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.google.re2j.Pattern;

/** Finds links and names of hosts in a text. */
final class LinkFinder {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	private static final Pattern HOST = Pattern
		.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,9}[\\p{L}][\\p{L}\\p{N}-]{1,62}");

	private LinkFinder() {
	}

	static int countLinks(String text) {
		var links = LINK.matcher(text);
		var count = 0;
		while (links.find()) {
			count++;
		}
		return count;
	}

	/** Returns the names of hosts, also without a scheme, in lower case. */
	static List<String> hosts(String text) {
		var found = HOST.matcher(text);
		var hosts = new ArrayList<String>();
		while (found.find()) {
			hosts.add(found.group().toLowerCase(Locale.ROOT));
		}
		return hosts;
	}

}
