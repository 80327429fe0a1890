package org.parley.contracts.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * The address at which this installation receives mails. Behind a plus sign stands a tag,
 * which says what a mail is for.
 *
 * @param local the part before the plus sign, in lower case
 * @param domain in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5233">RFC 5233</a>
 */
public record TaggedAddress(String local, String domain) {

	/** What RFC 5321 permits before the at sign. */
	private static final int MAX_LOCAL_PART = 64;

	private static final int MAX_TAG = 34;

	public TaggedAddress {
		if (local.isEmpty() || domain.isEmpty() || local.length() + 1 + MAX_TAG > MAX_LOCAL_PART
				|| !local.matches("[a-z0-9._-]++") || !domain.matches("[a-z0-9.-]++")) {
			throw new IllegalArgumentException(
					"PARLEY_REPLY_ADDRESS must be a mail address like reply@reply.example.org, without a plus sign");
		}
	}

	/**
	 * Parses a setting; empty if it is blank.
	 * @throws IllegalArgumentException if it is no such address
	 */
	public static Optional<TaggedAddress> of(String setting) {
		var address = setting.strip().toLowerCase(Locale.ROOT);
		var at = address.lastIndexOf('@');
		return address.isEmpty() ? Optional.empty()
				: Optional.of(new TaggedAddress(address.substring(0, Math.max(at, 0)), address.substring(at + 1)));
	}

	/** The address with a tag. */
	public String tagged(String tag) {
		return this.local + "+" + tag + "@" + this.domain;
	}

	/** The tag of an address; empty if it is not this one. */
	public Optional<String> tagOf(String address) {
		var given = address.strip().toLowerCase(Locale.ROOT);
		var start = this.local + "+";
		var end = "@" + this.domain;
		return (given.startsWith(start) && given.endsWith(end) && given.length() > start.length() + end.length())
				? Optional.of(given.substring(start.length(), given.length() - end.length())) : Optional.empty();
	}

}
