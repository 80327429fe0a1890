package org.parley.webhook.mail.inbound;

import java.util.Optional;

/** The way in which a mail arrives. */
@FunctionalInterface
interface InboundMailFormat {

	/**
	 * Reads a mail; empty if the request is none.
	 * @throws MalformedMailException if it cannot be read
	 */
	Optional<InboundMail> read(MailRequest request);

}
