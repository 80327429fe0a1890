package org.parley.moderation.rule;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.ibm.icu.text.UnicodeSet;
import org.parley.platform.text.name.WebAddress;

/** Finds links and names of hosts in a text. */
final class LinkFinder {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	/** No limit: the search would go on behind what a limited expression finds. */
	private static final Pattern HOST = Pattern
		.compile("(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]+");

	/** Rules name hosts of at most as many labels. */
	private static final int MOST_LABELS = 10;

	private static final Pattern TARGET = Pattern.compile("<a[^>]* href=\"((?i:https?)://[^\"]+)\"");

	/**
	 * Percent-encoded letters, digits, hyphens and dots, and other characters than ASCII.
	 */
	private static final Pattern ENCODED = Pattern
		.compile("(?:%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|[89A-Fa-f][0-9A-Fa-f]))+");

	private static final UnicodeSet INVISIBLE = new UnicodeSet("[[:Default_Ignorable_Code_Point:][:Cf:]]").freeze();

	private static final String SCHEME = "https://";

	private static final char IDEOGRAPHIC_STOP = '\u3002';

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

	/** Returns the addresses of other hosts that rendered HTML links. */
	static List<String> targets(String html) {
		var found = TARGET.matcher(html);
		var targets = new ArrayList<String>();
		while (found.find()) {
			targets.add(found.group(1));
		}
		return targets;
	}

	/**
	 * Returns the names of hosts, also without a scheme, in lower case and ASCII, as
	 * browsers read them.
	 */
	static List<String> hosts(String text) {
		var found = HOST.matcher(readable(text));
		var hosts = new ArrayList<String>();
		while (found.find()) {
			hosts.add(ascii(found.group()));
		}
		return hosts;
	}

	/** Each label is mapped by itself, so that an invalid one hides no other. */
	private static String ascii(String host) {
		var labels = host.split("\\.", -1);
		return Stream.of(labels)
			.skip(Math.max(0, labels.length - MOST_LABELS))
			.map((label) -> WebAddress.ascii(SCHEME + label).substring(SCHEME.length()).toLowerCase(Locale.ROOT))
			.collect(Collectors.joining("."));
	}

	/** Full-width letters and dots are plain ones, and invisible characters nothing. */
	private static String readable(String text) {
		var decoded = ENCODED.matcher(text).find() ? decode(text) : text;
		return decoded.chars().allMatch((letter) -> letter < 128) ? decoded
				: visible(Normalizer.normalize(decoded, Normalizer.Form.NFKC).replace(IDEOGRAPHIC_STOP, '.'));
	}

	private static String visible(String text) {
		return text.codePoints()
			.filter((character) -> !INVISIBLE.contains(character))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static String decode(String text) {
		var decoded = new StringBuilder();
		var encoded = ENCODED.matcher(text);
		while (encoded.find()) {
			var octets = HexFormat.of().parseHex(encoded.group().replace("%", ""));
			encoded.appendReplacement(decoded, Matcher.quoteReplacement(new String(octets, StandardCharsets.UTF_8)));
		}
		encoded.appendTail(decoded);
		return decoded.toString();
	}

}
