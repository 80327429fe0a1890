package org.parley.webhook.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Mails from our own SMTP server, which writes the envelope into the headers
 * {@code Return-Path} and {@code Delivered-To} before all others.
 */
final class MimeMails implements InboundMailFormat {

	/** The type of a stored mail. */
	static final String TYPE = "message/rfc822";

	@Override
	public Optional<InboundMail> read(MailRequest request) {
		if (!request.isOf(TYPE)) {
			return Optional.empty();
		}
		var mail = MimeMail.of(request.body());
		var recipients = InboundMail.values(mail.headers(), "Delivered-To");
		return Optional
			.of(new InboundMail(mail.headers(), recipients, mail.content(), mail.pictures(), results(mail, request)));
	}

	/**
	 * Only the first header counts, and only if the trusted server has added it: the
	 * author may have written the others.
	 */
	private static AuthenticationResults results(MimeMail mail, MailRequest request) {
		var results = new AuthenticationResults();
		var trusted = request.trustedServer().toLowerCase(Locale.ROOT);
		InboundMail.values(mail.headers(), "Authentication-Results")
			.stream()
			.limit(1)
			.filter((value) -> !trusted.isEmpty()
					&& List.of(value.strip().split("[;\\s]", 2)).getFirst().toLowerCase(Locale.ROOT).equals(trusted))
			.forEach(results::addHeader);
		return results;
	}

}
