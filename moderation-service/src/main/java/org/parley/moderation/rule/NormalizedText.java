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
 * A text in the form that rules compare: lower case, NFKD, without accents, invisible
 * characters and punctuation.
 *
 * @param joined the words, each with a space before and after it
 */
record NormalizedText(String joined) {

	/** Accents and invisible characters, which do not separate words. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

	private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

	static NormalizedText of(String text) {
		var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		var visible = INVISIBLE.matcher(folded).replaceAll("");
		return new NormalizedText(" " + SEPARATORS.matcher(visible).replaceAll(" ").strip() + " ");
	}

	boolean contains(NormalizedText phrase) {
		return this.joined.contains(phrase.joined);
	}

	int wordCount() {
		return (int) Arrays.stream(this.joined.split(" ", -1)).filter((word) -> !word.isEmpty()).count();
	}

	/** A hash that is equal for texts with the same words. */
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
