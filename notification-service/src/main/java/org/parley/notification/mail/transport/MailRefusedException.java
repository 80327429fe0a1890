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
	private static final Pattern NO_ADDRESS = Pattern.compile("5[0-9]{2}[ -]5\\.(?:1\\.[1-6]|1\\.10|2\\.1)\\b");

	private final String reason;

	private final boolean permanent;

	private final boolean addressUnknown;

	private MailRefusedException(String reason, boolean permanent, boolean addressUnknown, Throwable cause) {
		super(reason, cause);
		this.reason = reason;
		this.permanent = permanent;
		this.addressUnknown = addressUnknown;
	}

	/** The mail cannot be sent to any server. */
	public static MailRefusedException malformed(Throwable cause) {
		return new MailRefusedException("mail.malformed", true, false, cause);
	}

	/** The server has refused the mail for a reason that is not its recipient. */
	public static MailRefusedException of(int code, Throwable cause) {
		return new MailRefusedException("smtp." + code, code >= 500, false, cause);
	}

	/** The API of a provider has refused the mail. */
	public static MailRefusedException ofApi(int status, Throwable cause) {
		return new MailRefusedException("http." + status, true, false, cause);
	}

	/**
	 * The server has refused the recipient, for good only if the reply says that nobody
	 * has the address: servers also refuse recipients because they do not accept us.
	 * @param reply the reply of the server
	 */
	public static MailRefusedException ofRecipient(int code, String reply, Throwable cause) {
		var unknown = NO_ADDRESS.matcher(reply).lookingAt();
		return new MailRefusedException("smtp." + code, unknown, unknown, cause);
	}

	/** A code, without text of the server. */
	public String reason() {
		return this.reason;
	}

	/** Whether trying again is useless. */
	public boolean isPermanent() {
		return this.permanent;
	}

	/** Whether nobody has the address. */
	public boolean isAddressUnknown() {
		return this.addressUnknown;
	}

}
