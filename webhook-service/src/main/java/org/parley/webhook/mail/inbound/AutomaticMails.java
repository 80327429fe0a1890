package org.parley.webhook.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises mails that no person has written for us: answers of machines, reports about
 * mails, mailing lists, and our own mails. They are never answered, so no loop begins.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834</a>
 */
public final class AutomaticMails {

	/** Headers that only machines add. */
	private static final List<String> OF_MACHINES = List.of("List-Id", "List-Unsubscribe", "List-Post", "List-Help",
			"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Response-From", "X-Mail-Autoreply",
			"X-FC-MachineGenerated", "X-Failed-Recipients", "X-PM-Metadata-mail", "X-MJ-CustomID");

	private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

	private static final Pattern OWN_ID = Pattern.compile("<[0-7][0-9A-HJKMNP-TV-Z]{25}@[^\\s<>]{1,255}>");

	private AutomaticMails() {
	}

	/**
	 * Whether a machine has written a mail.
	 * @param host the host of our own Message-IDs
	 */
	public static boolean include(InboundMail mail, String host) {
		return isSubmittedByMachine(mail) || OF_MACHINES.stream().anyMatch((name) -> !mail.all(name).isEmpty())
				|| has(mail, "Precedence", BULK) || has(mail, "Return-Path", Set.of("<>", ""))
				|| has(mail, "X-Auto-Response-Suppress", Set.of("all")) || isReport(mail) || isOwn(mail, host);
	}

	private static boolean isSubmittedByMachine(InboundMail mail) {
		return mail.all("Auto-Submitted").stream().anyMatch((value) -> !word(value).equals("no"));
	}

	private static boolean isReport(InboundMail mail) {
		return mail.all("Content-Type").stream().anyMatch((type) -> word(type).equals("multipart/report"));
	}

	private static boolean isOwn(InboundMail mail, String host) {
		var id = mail.messageId();
		return id != null && OWN_ID.matcher(id).matches() && InboundMail.domainOf(id).equals(host + ">");
	}

	private static boolean has(InboundMail mail, String header, Set<String> values) {
		return mail.all(header).stream().map(AutomaticMails::word).anyMatch(values::contains);
	}

	/** The value without parameters and comments. */
	private static String word(String value) {
		return value.split("[;(]", 2)[0].strip().toLowerCase(Locale.ROOT);
	}

}
