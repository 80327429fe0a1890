package org.parley.notification.mail.transport;

import java.util.regex.Pattern;

/**
 * The mail server has refused this mail.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2">RFC 5321, 4.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463</a>
 */
public final class MailRefusedException extends RuntimeException {

	/** The address does not exist, has moved, or its mailbox is closed. */
	private static final Pattern NO_ADDRESS = Pattern.compile("5[0-9]{2}[ -]5\\.(?:1\\.[1-6]|1\\.10|2\\.1|4\\.1)\\b");

	/** Something else is wrong with the recipient, such as a full mailbox. */
	private static final Pattern RECIPIENT = Pattern.compile("[45][0-9]{2}[ -][45]\\.(?:1\\.(?![78]\\b)|2\\.)[0-9]");

	/** Words of refusals that are about us. */
	private static final String ABOUT_US = "relay|rcpthosts|authenti|sender|verif|prohibit|block|black|spam|spf|dkim|"
			+ "dmarc|helo|policy|\\b5\\.7\\.";

	/** The server refuses a recipient without a code that says why. */
	private static final Pattern UNEXPLAINED = Pattern
		.compile("55[0-3][ -](?![0-9]\\.)(?!(?s:.){0,400}(?:" + ABOUT_US + "))", Pattern.CASE_INSENSITIVE);

	private final String reason;

	private final boolean permanent;

	private final Recipient recipient;

	private final String explanation;

	private MailRefusedException(String reason, String reply, boolean permanent, Recipient recipient, Throwable cause) {
		super(reason, cause);
		this.reason = reason;
		this.explanation = reply.isBlank() ? reason : reason + ": " + ServerReply.masked(reply);
		this.permanent = permanent;
		this.recipient = recipient;
	}

	/** The mail cannot be sent to any server. */
	public static MailRefusedException malformed(Throwable cause) {
		return new MailRefusedException("mail.malformed", "", true, Recipient.UNJUDGED, cause);
	}

	/**
	 * The server has refused the mail.
	 * @param reply the reply of the server, which may still be about the recipient
	 */
	public static MailRefusedException of(int code, String reply, Throwable cause) {
		return new MailRefusedException("smtp." + code, reply, code >= 500, Recipient.of(reply), cause);
	}

	/**
	 * The API of a provider has refused the mail.
	 * @param answer the answer of the API, which says why
	 */
	public static MailRefusedException ofApi(int status, String answer, Throwable cause) {
		return new MailRefusedException("http." + status, answer, true, Recipient.UNJUDGED, cause);
	}

	/**
	 * The server has refused the recipient, for good only if the reply says that nobody
	 * has the address: servers also refuse recipients because they do not accept us.
	 * @param reply the reply of the server
	 */
	public static MailRefusedException ofRecipient(int code, String reply, Throwable cause) {
		var judged = UNEXPLAINED.matcher(reply).lookingAt() ? Recipient.REFUSED : Recipient.of(reply);
		return new MailRefusedException("smtp." + code, reply, judged == Recipient.UNKNOWN, judged, cause);
	}

	/** A code, without text of the server. */
	public String reason() {
		return this.reason;
	}

	/** The code and what the server says, without addresses. */
	public String explanation() {
		return this.explanation;
	}

	/** Whether trying again is useless. */
	public boolean isPermanent() {
		return this.permanent;
	}

	/** Whether nobody has the address. */
	public boolean isAddressUnknown() {
		return this.recipient == Recipient.UNKNOWN;
	}

	/** Whether the reply is about the recipient, and not about us or the mail. */
	public boolean isAboutRecipient() {
		return this.recipient != Recipient.UNJUDGED;
	}

	/** What a reply says about the recipient. */
	private enum Recipient {

		UNJUDGED, REFUSED, UNKNOWN;

		static Recipient of(String reply) {
			if (NO_ADDRESS.matcher(reply).lookingAt()) {
				return UNKNOWN;
			}
			return RECIPIENT.matcher(reply).lookingAt() ? REFUSED : UNJUDGED;
		}

	}

}
