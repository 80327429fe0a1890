package org.parley.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The keys of tags. The key is the same for every spelling in other cases and forms of
 * Unicode, so {@code Java} and {@code JAVA} are one tag in addresses, filters,
 * subscriptions and events.
 */
public final class TagKey {

	/** Signs within words of Catalan, Hebrew, Tibetan and Japanese. */
	public static final String SIGNS = "\u00B7\u05F3\u05F4\u0F0B\u30FB";

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

	private TagKey() {
	}

	/** Returns the key of a tag in any spelling. */
	public static String of(String tag) {
		// The capital ẞ is the only letter whose upper case is not that of its lower
		// case.
		var folded = Normalizer.normalize(tag, Normalizer.Form.NFKC)
			.replace('\u1E9E', '\u00DF')
			.toUpperCase(Locale.ROOT)
			.toLowerCase(Locale.ROOT);
		// İ has the lower case i with a dot; other spellings of a Turkish tag have i.
		return Normalizer.normalize(INVISIBLE.matcher(folded).replaceAll(""), Normalizer.Form.NFKC)
			.replace("i\u0307", "i");
	}

}
