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

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

	private TagKey() {
	}

	/** Returns the key of a tag in any spelling. */
	public static String of(String tag) {
		var folded = Normalizer.normalize(tag, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		// İ has the lower case i with a dot; other spellings of a Turkish tag have i.
		return Normalizer.normalize(INVISIBLE.matcher(folded).replaceAll(""), Normalizer.Form.NFKC)
			.replace("i\u0307", "i");
	}

}
