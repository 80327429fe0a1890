package org.parley.platform.text.name;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Addresses of the web in the ASCII form in which programs send them:
 * {@code https://bücher.example/straße} is
 * {@code https://xn--bcher-kva.example/stra%C3%9Fe}.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">Unicode Technical Standard 46</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-3.1">RFC 3987, section
 * 3.1</a>
 */
public final class WebAddress {

	/** Scheme, host, and what follows. */
	private static final Pattern PARTS = Pattern.compile("(https?://)([^/?#@:]+)((?::[0-9]*)?(?:[/?#].*)?)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private WebAddress() {
	}

	/** The ASCII form of an address; the text itself if it has none. */
	public static String ascii(String text) {
		var parts = PARTS.matcher(text);
		if (text.chars().allMatch((unit) -> unit < 128) || !parts.matches()) {
			return text;
		}
		var rest = new StringBuilder();
		parts.group(3).codePoints().forEach((character) -> append(rest, character));
		return parts.group(1) + CanonicalMailAddress.ascii(parts.group(2)) + rest;
	}

	/**
	 * Percent-encodes letters of other scripts; what else is no part of an address stays.
	 */
	private static void append(StringBuilder address, int character) {
		if (character < 128 || Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
				|| Character.isSpaceChar(character)) {
			address.appendCodePoint(character);
			return;
		}
		for (var unit : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
			address.append("%%%02X".formatted(unit & 0xFF));
		}
	}

}
