package org.parley.notification.post;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds mentions in Markdown: {@code @name}, but not in code, addresses or block quotes.
 */
final class Mentions {

	/** A post with more mentions notifies no one by mention. */
	private static final int MAX_MENTIONS = 20;

	private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|\\z)|`[^`\\n]*`");

	private static final Pattern QUOTE = Pattern.compile("(?m)^ {0,3}>.*$");

	private static final Pattern NAME = Pattern
		.compile("(?<![\\p{L}\\p{N}@/._+-])@([A-Za-z0-9_-]{3,30})(?![\\p{L}\\p{N}_@-])");

	private Mentions() {
	}

	/** The distinct usernames in lower case. */
	static Set<String> in(String content) {
		var names = new LinkedHashSet<String>();
		var matcher = NAME.matcher(QUOTE.matcher(CODE.matcher(content).replaceAll(" ")).replaceAll(" "));
		while (matcher.find()) {
			names.add(matcher.group(1).toLowerCase(Locale.ROOT));
		}
		return (names.size() <= MAX_MENTIONS) ? names : Set.of();
	}

}
