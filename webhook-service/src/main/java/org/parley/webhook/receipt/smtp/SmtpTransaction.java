package org.parley.webhook.receipt.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.TaggedAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** The transfer of one mail. */
final class SmtpTransaction implements MessageHandler {

	private static final Logger log = LoggerFactory.getLogger(SmtpTransaction.class);

	private final TaggedAddress mailbox;

	private final ReceiveMail receiveMail;

	private final List<String> recipients = new ArrayList<>();

	private String sender = "";

	SmtpTransaction(TaggedAddress mailbox, ReceiveMail receiveMail) {
		this.mailbox = mailbox;
		this.receiveMail = receiveMail;
	}

	@Override
	public void from(String from) {
		this.sender = from;
	}

	@Override
	public void recipient(String recipient) throws RejectException {
		if (this.mailbox.tagOf(recipient).isEmpty()) {
			throw new RejectException(550, "5.1.1 The address is unknown");
		}
		this.recipients.add(recipient);
	}

	@Override
	public @Nullable String data(InputStream data) throws RejectException, IOException {
		try {
			this.receiveMail.receive(this.sender, this.recipients, data);
			return null;
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("A mail could not be stored");
			throw new RejectException(451, "4.3.0 The mail cannot be stored now");
		}
	}

	@Override
	public void done() {
	}

}
