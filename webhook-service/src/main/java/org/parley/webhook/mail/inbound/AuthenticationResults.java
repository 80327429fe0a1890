package org.parley.webhook.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetHeaders;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.MailReceived.Authentication;

/**
 * What the receiving server says of a mail's author. A success counts only for the domain
 * of the author; a failure always, unless DMARC, which knows the policy of that domain,
 * succeeds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601">RFC 8601</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7489#section-3.1">RFC 7489, 3.1</a>
 */
public final class AuthenticationResults {

	private static final Pattern RESULT = Pattern.compile("(spf|dkim|dmarc)\\s*=\\s*([a-z]{1,20})");

	private static final Pattern DOMAIN = Pattern
		.compile("(?:smtp\\.mailfrom|header\\.d|header\\.i|header\\.from)\\s*=\\s*([^\\s;]{1,320})");

	/** What separates the parts of a header, and quoted text may contain. */
	private static final Pattern SEPARATOR = Pattern.compile("[\\s;=()]");

	private static final Pattern SIGNING_DOMAIN = Pattern.compile(";\\s*d\\s*=\\s*([A-Za-z0-9.-]{1,253})");

	private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,20}");

	private final List<Check> checks = new ArrayList<>();

	/**
	 * Adds a result.
	 * @param result as the server writes it; nothing happens if it is no word
	 * @param address the checked domain or an address in it; null if unknown
	 */
	AuthenticationResults add(Method method, @Nullable String result, @Nullable String address) {
		var word = WORD.matcher((result != null) ? result.stripLeading() : "");
		if (word.lookingAt()) {
			this.checks.add(new Check(method, word.group().toLowerCase(Locale.ROOT),
					(address != null) ? InboundMail.domainOf(address) : ""));
		}
		return this;
	}

	/** Adds the results of a header that a trusted server has added. */
	AuthenticationResults addHeader(String value) {
		for (var part : plain(value.toLowerCase(Locale.ROOT)).split(";", 30)) {
			var result = RESULT.matcher(part.strip());
			if (result.lookingAt()) {
				var domain = DOMAIN.matcher(part);
				add(Method.valueOf(result.group(1).toUpperCase(Locale.ROOT)), result.group(2),
						domain.find() ? domain.group(1) : null);
			}
		}
		return this;
	}

	/**
	 * Removes comments, and from quoted text what would separate parts. Servers quote the
	 * sender, which an attacker chooses, within comments, too.
	 */
	private static String plain(String header) {
		var plain = new StringBuilder();
		var depth = 0;
		var quoted = false;
		for (var index = 0; index < header.length(); index++) {
			var next = header.charAt(index);
			if (next == '\\') {
				index++;
			}
			else if (next == '"') {
				quoted = !quoted;
			}
			else if (!quoted && next == '(') {
				depth++;
			}
			else if (!quoted && next == ')') {
				depth = Math.max(0, depth - 1);
			}
			else if (depth == 0) {
				plain.append(quoted ? SEPARATOR.matcher(String.valueOf(next)).replaceAll("_") : next);
			}
		}
		return plain.toString();
	}

	/** The domain that has signed a mail; null unless there is one signature. */
	static @Nullable String signingDomain(InternetHeaders headers) {
		var signatures = InboundMail.values(headers, "DKIM-Signature");
		var domain = SIGNING_DOMAIN.matcher((signatures.size() == 1) ? ";" + signatures.getFirst() : "");
		return domain.find() ? domain.group(1) : null;
	}

	/** The result for an author. */
	public Authentication of(String author) {
		var domain = InboundMail.domainOf(author);
		if (this.checks.stream().anyMatch((check) -> check.method() == Method.DMARC && check.passed())) {
			return Authentication.PASS;
		}
		var passed = this.checks.stream().anyMatch((check) -> check.passed() && check.isOf(domain));
		return this.checks.stream().anyMatch((check) -> check.failed(passed)) ? Authentication.FAIL
				: passed ? Authentication.PASS : Authentication.NONE;
	}

	/** A way to check an author. */
	enum Method {

		SPF, DKIM, DMARC

	}

	/**
	 * A result.
	 *
	 * @param domain the checked domain; empty if unknown
	 */
	private record Check(Method method, String result, String domain) {

		boolean passed() {
			return this.result.equals("pass");
		}

		/** A soft failure counts if nothing else has succeeded. */
		boolean failed(boolean anotherPassed) {
			return this.result.equals("fail") || this.result.equals("hardfail")
					|| (this.result.equals("softfail") && !anotherPassed);
		}

		boolean isOf(String author) {
			return this.domain.equals(author) || this.domain.endsWith("." + author)
					|| (!this.domain.isEmpty() && author.endsWith("." + this.domain));
		}

	}

}
