package org.parley.moderation.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

import com.google.re2j.Pattern;

/**
 * A text as rules compare it: lower case, without accents, look-alikes of compatibility
 * forms, invisible characters and whatever is between words.
 *
 * @param joined the words, each with a space before and after it
 */
record NormalizedText(String joined) {

	/** What splits no word for readers, and must not for rules. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	static NormalizedText of(String text) {
		var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		var visible = INVISIBLE.matcher(folded).replaceAll("");
		return new NormalizedText(" " + BETWEEN.matcher(visible).replaceAll(" ").strip() + " ");
	}

	boolean contain(NormalizedText phrase) {
		return this.joined.contains(phrase.joined);
	}

	int count() {
		return (int) Arrays.stream(this.joined.split(" ", -1)).filter((word) -> !word.isEmpty()).count();
	}

	/** The same for texts that say the same. */
	String hash() {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(this.joined.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
