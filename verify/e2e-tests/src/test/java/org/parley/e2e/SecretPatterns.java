package org.parley.e2e;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes tokens, passwords and mail addresses in lines of logs. */
final class SecretPatterns {

	private static final List<Pattern> ALL = Stream.of(
			// a signed token: header and claims in Base64
			"eyJ[\\w-]{8,}\\.[\\w-]{8,}",
			// personal tokens, secrets of apps, tokens of registration
			"parley_[a-z]+_[A-Za-z0-9]{16,}",
			// credentials of HTTP
			"(?i)\\b(?:bearer|basic) [\\w.~+/-]{16,}",
			// an address with a password
			"[a-z][a-z+.-]*://[^/\\s:@]*:[^/\\s@]+@",
			// a mail address; a server's has an IP address or no dot
			"[\\w.+-]+@(?:[\\w-]+\\.)+[A-Za-z]{2,}\\b")
		.map(Pattern::compile)
		.toList();

	private SecretPatterns() {
	}

	/** Returns what looks secret in a line. */
	static List<String> findIn(String line) {
		return ALL.stream().flatMap((pattern) -> pattern.matcher(line).results()).map(MatchResult::group).toList();
	}

}
