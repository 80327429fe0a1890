package org.parley.notification.mail.reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.MailReceived;
import org.parley.contracts.mail.MailReceived.Authentication;
import org.parley.contracts.mail.PostMailed;
import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Accepts a mail as a post of its author, once. Its address says who may have written it;
 * the author must be that person at their verified address. Mails of unknown people are
 * not answered.
 */
@Component
class AcceptMailedPost {

	private final ReplyAddresses replyAddresses;

	private final ReceivedMails receivedMails;

	private final MailAuthors authors;

	private final RefuseMailedPost refuseMailedPost;

	private final ReplySettings settings;

	private final ApplicationEventPublisher publisher;

	AcceptMailedPost(ReplyAddresses replyAddresses, ReceivedMails receivedMails, MailAuthors authors,
			RefuseMailedPost refuseMailedPost, ReplySettings settings, ApplicationEventPublisher publisher) {
		this.replyAddresses = replyAddresses;
		this.receivedMails = receivedMails;
		this.authors = authors;
		this.refuseMailedPost = refuseMailedPost;
		this.settings = settings;
		this.publisher = publisher;
	}

	void accept(MailReceived mail) {
		this.authors.addressees(mail)
			.flatMap((address) -> this.settings.mailbox().flatMap((mailbox) -> mailbox.tagOf(address)).stream())
			.distinct()
			.forEach((tag) -> accept(mail, tag));
	}

	private void accept(MailReceived mail, String tag) {
		var key = ReceivedMails.keyOf(mail, tag);
		var target = this.replyAddresses.find(tag);
		var from = this.authors.author(mail);
		var userId = target.map(ReplyTarget::userId)
			.or(() -> isForged(mail) ? Optional.empty() : from.map(Contact::userId));
		if (userId.isEmpty() || this.receivedMails.contains(key)) {
			return;
		}
		this.authors.claim(userId.get());
		var isSure = target.isPresent() || mail.authentication() == Authentication.PASS;
		this.receivedMails.add(key, mail, userId.get(), isSure ? MailedTitle.of(mail.title()) : null);
		var post = MailedPictures.of(mail, target.isPresent() ? MailedText.of(mail) : MailedText.ofNew(mail));
		var refusal = refusal(mail, userId.get(), target.isPresent() ? null : tag, from, post.content());
		if (refusal != null) {
			this.refuseMailedPost.refuse(mail.mailId(), userId.get(), refusal);
			return;
		}
		var author = this.authors.person(userId.get());
		var roles = Set.copyOf(author.roles());
		this.publisher.publishEvent(target
			.map((reply) -> PostMailed.reply(mail.mailId(), reply.userId(), roles, author.groups(), reply.threadId(),
					reply.postNumber(), post.content()))
			.orElseGet(() -> PostMailed.thread(mail.mailId(), userId.get(), roles, author.groups(), tag,
					MailedTitle.of(mail.title()), post.content()))
			.showing(post.content(), post.pictures()));
	}

	/**
	 * The code of the refusal; null if the mail is accepted.
	 * @param category the tag of a mail that is no reply
	 */
	private @Nullable String refusal(MailReceived mail, String userId, @Nullable String category,
			Optional<Contact> from, String text) {
		if (from.filter((contact) -> contact.userId().equals(userId)).isEmpty()) {
			return "mail.other-author";
		}
		if (isForged(mail)) {
			return "mail.not-authentic";
		}
		if (category != null && (!this.settings.newThreads() || ReplyAddresses.isOfAnswer(category))) {
			return "mail.unknown-address";
		}
		// The address of a category is no secret, so it proves nothing.
		if (category != null && mail.authentication() != Authentication.PASS) {
			return "mail.not-authentic";
		}
		if (this.receivedMails.areMoreThan(this.settings.aMinute(), userId, mail.at(), Duration.ofMinutes(1))) {
			return "limit.exceeded";
		}
		return text.isBlank() ? "mail.empty" : null;
	}

	/**
	 * A stranger must not make us write to the person whose address they forged, unless
	 * they know that person's tag.
	 */
	private static boolean isForged(MailReceived mail) {
		return mail.authentication() == Authentication.FAIL;
	}

	/** Who may have written a mail. */
	@Component
	static class MailAuthors {

		private final Contacts contacts;

		private final RecipientPeople recipientPeople;

		private final EventSecretCipher eventSecretCipher;

		MailAuthors(Contacts contacts, RecipientPeople recipientPeople, EventSecretCipher eventSecretCipher) {
			this.contacts = contacts;
			this.recipientPeople = recipientPeople;
			this.eventSecretCipher = eventSecretCipher;
		}

		/** The addresses of this installation that received a mail. */
		Stream<String> addressees(MailReceived mail) {
			return mail.to().stream().map(this.eventSecretCipher::open);
		}

		/** The only person with this verified address. */
		Optional<Contact> author(MailReceived mail) {
			return this.contacts.findVerified(this.eventSecretCipher.open(mail.from()));
		}

		/** Lets mails of one person wait for each other, so that all are counted. */
		void claim(String userId) {
			this.recipientPeople.claim(List.of(userId));
		}

		RecipientPerson person(String userId) {
			return this.recipientPeople.findById(userId).orElseThrow(IllegalStateException::new);
		}

	}

}
