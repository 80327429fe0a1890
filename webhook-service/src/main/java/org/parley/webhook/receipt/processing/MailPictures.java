package org.parley.webhook.receipt.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.parley.contracts.SealedEventSecret;
import org.parley.platform.messaging.secret.BrokenSealException;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.webhook.mail.inbound.InboundMail;
import org.parley.webhook.mail.inbound.InboundMails;
import org.parley.webhook.mail.inbound.MailPicture;
import org.parley.webhook.mail.inbound.MailRequest;
import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.Receipts;
import org.parley.webhook.receipt.inbound.BodyMemory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The pictures of received mails, which stay in their receipts until media-service
 * fetches those that a post shows.
 */
@Component
class MailPictures {

	private static final Pattern SOURCE = Pattern.compile("mail-picture:([0-7][0-9A-HJKMNP-TV-Z]{25}):([0-9]{1,2})");

	private final Receipts receipts;

	private final WebhookProviders providers;

	private final InboundMailSettings settings;

	private final BodyMemory bodyMemory;

	private final EventSecretCipher eventSecretCipher;

	private final String service;

	MailPictures(Receipts receipts, WebhookProviders providers, InboundMailSettings settings, BodyMemory bodyMemory,
			EventSecretCipher eventSecretCipher, @Value("${spring.application.name}") String service) {
		this.receipts = receipts;
		this.providers = providers;
		this.settings = settings;
		this.bodyMemory = bodyMemory;
		this.eventSecretCipher = eventSecretCipher;
		this.service = service;
	}

	/** Where a picture is kept, for nobody but this service. */
	SealedEventSecret source(Receipt receipt, int number) {
		return this.eventSecretCipher.seal(this.service, "mail-picture:" + receipt.id() + ":" + number);
	}

	/** Reads a mail; empty if the receipt is none. */
	Optional<InboundMail> read(Receipt receipt, InboundMails format) {
		try (var body = this.receipts.open(receipt)) {
			return this.bodyMemory.read(body,
					(bytes) -> format.read(new MailRequest(receipt.contentType(), bytes, this.settings.authserv())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Finds a picture; empty if its receipt is gone or the source is forged. */
	Optional<MailPicture> find(String source) {
		var found = SOURCE.matcher(open(source));
		if (!found.matches()) {
			return Optional.empty();
		}
		var number = Integer.parseInt(found.group(2));
		return this.receipts.find(found.group(1))
			.flatMap((receipt) -> this.providers.inboundMails(receipt.provider())
				.flatMap((format) -> read(receipt, format)))
			.map(InboundMail::pictures)
			.filter((pictures) -> number < pictures.size())
			.map((pictures) -> pictures.get(number));
	}

	private String open(String source) {
		try {
			return this.eventSecretCipher.open(new SealedEventSecret(source));
		}
		catch (BrokenSealException ex) {
			return "";
		}
	}

}
