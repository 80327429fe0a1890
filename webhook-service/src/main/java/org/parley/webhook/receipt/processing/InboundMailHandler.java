package org.parley.webhook.receipt.processing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.parley.contracts.mail.MailReceived;
import org.parley.contracts.mail.ReceivedPicture;
import org.parley.contracts.mail.TaggedAddress;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.webhook.mail.inbound.AutomaticMails;
import org.parley.webhook.mail.inbound.InboundMail;
import org.parley.webhook.mail.inbound.InboundMails;
import org.parley.webhook.mail.inbound.MalformedMailException;
import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes mails that people have sent to the address of this installation. Mails of
 * machines end here.
 */
@Component
@Order(1)
class InboundMailHandler implements ReceiptHandler {

	private static final String TYPE = "mail";

	private static final String READER = "notification-service";

	private static final int MAX_ADDRESSES = 5;

	private final WebhookProviders providers;

	private final MailPictures mailPictures;

	private final InboundMailSettings settings;

	private final EventSecretCipher eventSecretCipher;

	private final ApplicationEventPublisher publisher;

	InboundMailHandler(WebhookProviders providers, MailPictures mailPictures, InboundMailSettings settings,
			EventSecretCipher eventSecretCipher, ApplicationEventPublisher publisher) {
		this.providers = providers;
		this.mailPictures = mailPictures;
		this.settings = settings;
		this.eventSecretCipher = eventSecretCipher;
		this.publisher = publisher;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		return this.providers.inboundMails(receipt.provider())
			.flatMap((format) -> read(receipt, format))
			.map((mail) -> new ReceiptNote(TYPE, handle(receipt, mail), true));
	}

	private Optional<InboundMail> read(Receipt receipt, InboundMails format) {
		try {
			return this.mailPictures.read(receipt, format);
		}
		catch (MalformedMailException ex) {
			throw new PoisonEventException("The mail cannot be read");
		}
	}

	/** Publishes the mail and returns what became of it. */
	private String handle(Receipt receipt, InboundMail mail) {
		var to = addresses(mail);
		var author = mail.author();
		if (to.isEmpty()) {
			return "refused: The mail is to another address.";
		}
		if (author.isEmpty()) {
			return "refused: The mail has no author, or several.";
		}
		if (AutomaticMails.include(mail, this.settings.host())) {
			return "refused: No person has written the mail.";
		}
		this.publisher.publishEvent(event(receipt, mail, author.get(), to));
		return "received";
	}

	private List<String> addresses(InboundMail mail) {
		var own = TaggedAddress.of(this.settings.address());
		return mail.recipients()
			.stream()
			.filter((recipient) -> own.flatMap((address) -> address.tagOf(recipient)).isPresent())
			.distinct()
			.limit(MAX_ADDRESSES)
			.toList();
	}

	private MailReceived event(Receipt receipt, InboundMail mail, String author, List<String> to) {
		var content = mail.content();
		return new MailReceived(receipt.id(), this.eventSecretCipher.seal(READER, author),
				to.stream().map((address) -> this.eventSecretCipher.seal(READER, address)).toList(), mail.messageId(),
				content.subject(), content.text(), content.html().isEmpty() ? null : content.html(),
				pictures(receipt, mail), mail.results().of(author), receipt.receivedAt());
	}

	private List<ReceivedPicture> pictures(Receipt receipt, InboundMail mail) {
		return IntStream.range(0, mail.pictures().size())
			.mapToObj((number) -> new ReceivedPicture(mail.pictures().get(number).contentId(),
					this.mailPictures.source(receipt, number)))
			.toList();
	}

}
