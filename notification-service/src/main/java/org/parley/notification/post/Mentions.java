package org.parley.notification.post;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds who is named in what somebody writes: {@code @name}, but not in code, in an
 * address, or in what they quote.
 */
final class Mentions {

	/** Who names more means nobody. */
	private static final int MOST = 20;

	private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|\\z)|`[^`\\n]*`");

	private static final Pattern QUOTE = Pattern.compile("(?m)^ {0,3}>.*$");

	private static final Pattern NAME = Pattern
		.compile("(?<![\\p{L}\\p{N}@/._+-])@([A-Za-z0-9_-]{3,30})(?![\\p{L}\\p{N}_@-])");

	private Mentions() {
	}

	/** The names, in lower case, each once. */
	static Set<String> in(String content) {
		var names = new LinkedHashSet<String>();
		var matcher = NAME.matcher(QUOTE.matcher(CODE.matcher(content).replaceAll(" ")).replaceAll(" "));
		while (matcher.find()) {
			names.add(matcher.group(1).toLowerCase(Locale.ROOT));
		}
		return (names.size() <= MOST) ? names : Set.of();
	}

}
