package org.parley.gateway.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Validates a path or query before it is decoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.3">RFC 3986, section
 * 2.3</a>
 */
public final class PlainPath {

	/** The only path with a trailing slash, as Engine.IO requires. */
	public static final String SOCKETS = "/socket.io/";

	private static final String UNRESERVED_MARKS = "-._~";

	/** Sub-delimiters and further characters that paths and queries may contain. */
	private static final String DELIMITERS = "!$&'()*+,;=:@/?%";

	private static final int ESCAPE = 3;

	private PlainPath() {
	}

	/**
	 * Whether a path is unambiguous: without empty or dot segments, path parameters, and
	 * encoded separators.
	 */
	public static boolean isPlain(String path) {
		if (path.equals("/") || path.equals(SOCKETS)) {
			return true;
		}
		for (int i = 0; i < path.length(); i++) {
			boolean plain = switch (path.charAt(i)) {
				case '/' -> isPlainSegment(path, i + 1);
				case '%' -> isHarmless(path, i);
				case ';', '?' -> false;
				default -> isLegal(path.charAt(i));
			};
			if (!plain) {
				return false;
			}
		}
		return path.startsWith("/") && isUnicode(path);
	}

	/** Whether a query contains only legal characters and valid UTF-8. */
	public static boolean isWellEncoded(@Nullable String query) {
		if (query == null) {
			return true;
		}
		for (int i = 0; i < query.length(); i++) {
			char c = query.charAt(i);
			if (!isLegal(c) || (c == '%' && octet(query, i) < 0)) {
				return false;
			}
		}
		return isUnicode(query);
	}

	private static boolean isPlainSegment(String path, int from) {
		int slash = path.indexOf('/', from);
		int length = ((slash < 0) ? path.length() : slash) - from;
		return switch (length) {
			case 0 -> false;
			case 1 -> path.charAt(from) != '.';
			case 2 -> !path.startsWith("..", from);
			default -> true;
		};
	}

	private static boolean isLegal(char c) {
		return isUnreserved(c) || DELIMITERS.indexOf(c) >= 0;
	}

	private static boolean isHarmless(String path, int percent) {
		int octet = octet(path, percent);
		return octet >= 0x80 || (octet >= ' ' && octet != 0x7f && !isUnreserved(octet) && "/\\;%".indexOf(octet) < 0);
	}

	/**
	 * Unreserved characters need no encoding; an encoded one may disguise another path.
	 */
	static boolean isUnreserved(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| UNRESERVED_MARKS.indexOf(c) >= 0;
	}

	private static int octet(String text, int percent) {
		if (percent + 2 >= text.length()) {
			return -1;
		}
		int high = Character.digit(text.charAt(percent + 1), 16);
		int low = Character.digit(text.charAt(percent + 2), 16);
		return (high < 0 || low < 0) ? -1 : high * 16 + low;
	}

	/** Decoders interpret invalid UTF-8 differently. */
	private static boolean isUnicode(String encoded) {
		int percent = encoded.indexOf('%');
		if (percent < 0) {
			return true;
		}
		var octets = ByteBuffer.allocate(encoded.length());
		for (int i = percent; i < encoded.length(); i++) {
			boolean escaped = encoded.charAt(i) == '%';
			octets.put((byte) (escaped ? octet(encoded, i) : encoded.charAt(i)));
			i += escaped ? ESCAPE - 1 : 0;
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
