package org.parley.webhook.receipt.processing;

import java.net.URI;

import org.parley.contracts.mail.TaggedAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settings of mails that people send to this installation. */
@Component
class InboundMailSettings {

	private final String address;

	private final String authserv;

	private final String host;

	InboundMailSettings(@Value("${parley.mail.replies.address:}") String address,
			@Value("${parley.webhooks.smtp.authserv-id:}") String authserv, @Value("${parley.public-url}") URI site) {
		TaggedAddress.of(address);
		this.address = address;
		this.authserv = authserv;
		this.host = site.getHost();
	}

	/** The address that receives them; empty if none does. */
	String address() {
		return this.address;
	}

	/** The server whose {@code Authentication-Results} count; empty for none. */
	String authserv() {
		return this.authserv;
	}

	/** The host of our own Message-IDs. */
	String host() {
		return this.host;
	}

}
