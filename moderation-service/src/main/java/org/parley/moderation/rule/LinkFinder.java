package org.parley.moderation.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.parley.platform.text.name.WebAddress;

/** Finds links and names of hosts in a text. */
final class LinkFinder {

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)[^\\s<>()\\[\\]]+");

	private static final Pattern HOST = Pattern
		.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,9}[\\p{L}][\\p{L}\\p{N}-]{1,62}");

	private static final Pattern TARGET = Pattern.compile("<a[^>]* href=\"((?i:https?)://[^\"]+)\"");

	/** Percent-encoded letters, digits and dots. */
	private static final Pattern ENCODED = Pattern.compile("%(2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])");

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

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
			hosts.add(WebAddress.ascii(SCHEME + found.group()).substring(SCHEME.length()).toLowerCase(Locale.ROOT));
		}
		return hosts;
	}

	/** Full-width letters and dots are plain ones, and invisible characters nothing. */
	private static String readable(String text) {
		var decoded = ENCODED.matcher(text).find() ? decode(text) : text;
		return decoded.chars().allMatch((letter) -> letter < 128) ? decoded
				: INVISIBLE.matcher(Normalizer.normalize(decoded, Normalizer.Form.NFKC).replace(IDEOGRAPHIC_STOP, '.'))
					.replaceAll("");
	}

	private static String decode(String text) {
		var decoded = new StringBuilder();
		var encoded = ENCODED.matcher(text);
		while (encoded.find()) {
			encoded.appendReplacement(decoded,
					Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(encoded.group(1)))));
		}
		encoded.appendTail(decoded);
		return decoded.toString();
	}

}
