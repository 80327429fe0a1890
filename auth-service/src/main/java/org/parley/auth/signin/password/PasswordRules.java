package org.parley.auth.signin.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;

import org.springframework.core.io.ClassPathResource;

/**
 * Rules for new passwords: a minimum length, and no common ones.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP
 * 800-63B-4, 3.1.1.2</a>
 */
public final class PasswordRules {

	static final int SHORTEST = 8;

	static final int LONGEST = 128;

	/** Words of this site, guessed like the owner's names (see identity.md). */
	private static final List<String> SITE_WORDS = List.of("parley", "administrator", "admin", "moderator", "forum");

	private static final int SHORTEST_NAME = 3;

	private static final int SHORTEST_PIECE = 4;

	private static final Set<String> COMMON = readCommon();

	private PasswordRules() {
	}

	private static Set<String> readCommon() {
		try {
			var list = new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
			return Set.copyOf(list.lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Checks a password in the form that is hashed, as keyboards write letters with
	 * accents in one character or in two. Names of the owner and words of this site do
	 * not add to its length.
	 * @param names of the owner
	 * @throws RefusalException 400 about the property
	 */
	public static void check(String property, String typed, String... names) {
		var password = Normalizer.normalize(typed, Normalizer.Form.NFC);
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST || length > LONGEST) {
			throw RefusalException.field(property, "password.length", "must have 8 to 128 characters");
		}
		if (!isText(password)) {
			throw RefusalException.field(property, "password.not-text", "must be valid Unicode text");
		}
		if (isCommon(password) || isMadeOfNames(password, names)) {
			throw RefusalException.field(property, "password.common", "is too easily guessed");
		}
	}

	/** Whether it has no lone surrogate, which has no UTF-8 form. */
	static boolean isText(String password) {
		return password.codePoints().noneMatch((character) -> Character.getType(character) == Character.SURROGATE);
	}

	private static boolean isMadeOfNames(String password, String... names) {
		var plain = password.toLowerCase(Locale.ROOT);
		var rest = plain;
		for (var word : words(names)) {
			rest = rest.replace(word, "");
		}
		return rest.length() < plain.length() && rest.codePointCount(0, rest.length()) < SHORTEST;
	}

	/** Longest first, so that a whole address is removed before its parts. */
	private static List<String> words(String... names) {
		var whole = Arrays.stream(names).map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		var pieces = whole.stream()
			.flatMap((name) -> Arrays.stream(name.split("[^\\p{L}\\p{N}]+", -1)))
			.filter((piece) -> piece.length() >= SHORTEST_PIECE);
		return Stream.of(whole.stream().filter((name) -> name.length() >= SHORTEST_NAME), pieces, SITE_WORDS.stream())
			.flatMap((words) -> words)
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
	}

	private static boolean isCommon(String password) {
		return COMMON.contains(password.toLowerCase(Locale.ROOT)) || password.codePoints().distinct().count() == 1;
	}

}
