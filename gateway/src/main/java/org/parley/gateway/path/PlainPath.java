package org.parley.gateway.request;

import org.jspecify.annotations.Nullable;

/**
 * Judges a path or query before it is decoded.
 */
final class RawPath {

	private RawPath() {
	}

	/**
	 * Whether every reader understands the same path: no empty or dot segment, no path
	 * parameter, nothing hidden by encoding.
	 */
	static boolean isPlain(String path) {
		for (int i = 0; i < path.length(); i++) {
			boolean plain = switch (path.charAt(i)) {
				case '/' -> isPlainSegment(path, i + 1);
				case '%' -> isHarmless(path, i);
				case ';', '\\' -> false;
				default -> path.charAt(i) > ' ' && path.charAt(i) < 0x7f;
			};
			if (!plain) {
				return false;
			}
		}
		return true;
	}

	static boolean isWellEncoded(@Nullable String query) {
		if (query == null) {
			return true;
		}
		for (int i = query.indexOf('%'); i >= 0; i = query.indexOf('%', i + 1)) {
			if (octet(query, i) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlainSegment(String path, int from) {
		int slash = path.indexOf('/', from);
		int length = ((slash < 0) ? path.length() : slash) - from;
		return switch (length) {
			case 0 -> slash < 0;
			case 1 -> path.charAt(from) != '.';
			case 2 -> !path.startsWith("..", from);
			default -> true;
		};
	}

	private static boolean isHarmless(String path, int percent) {
		int octet = octet(path, percent);
		return octet >= 0x80
				|| (octet >= ' ' && octet != 0x7f && !isLetterOrDigit(octet) && "./\\;%".indexOf(octet) < 0);
	}

	/** Nobody needs to encode these, but to look like another path. */
	private static boolean isLetterOrDigit(int octet) {
		return Character.digit(octet, 36) >= 0;
	}

	private static int octet(String text, int percent) {
		if (percent + 2 >= text.length()) {
			return -1;
		}
		int high = Character.digit(text.charAt(percent + 1), 16);
		int low = Character.digit(text.charAt(percent + 2), 16);
		return (high < 0 || low < 0) ? -1 : high * 16 + low;
	}

}
