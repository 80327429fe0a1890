package org.parley.webhook.receipt.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.receipt.inbound.BodyMemory;
import org.parley.webhook.receipt.inbound.ReceiveWebhook;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Stores a mail as a receipt, with its envelope as the first headers. */
@Component
class ReceiveMail {

	/** The provider of these receipts. */
	private static final String PROVIDER = "smtp";

	private final BodyMemory bodyMemory;

	private final ReceiveWebhook receiveWebhook;

	ReceiveMail(BodyMemory bodyMemory, ReceiveWebhook receiveWebhook) {
		this.bodyMemory = bodyMemory;
		this.receiveWebhook = receiveWebhook;
	}

	void receive(String sender, List<String> recipients, InputStream mail) throws IOException {
		var envelope = new StringBuilder("Return-Path: <").append(sender).append(">\r\n");
		recipients.forEach((recipient) -> envelope.append("Delivered-To: ").append(recipient).append("\r\n"));
		var headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, "message/rfc822");
		var all = new SequenceInputStream(
				new ByteArrayInputStream(envelope.toString().getBytes(StandardCharsets.UTF_8)), mail);
		this.bodyMemory.read(all, (body) -> this.receiveWebhook.store(PROVIDER, VerifiedWebhook.ofBody(body, null),
				new InboundRequest(headers, body)));
	}

}
