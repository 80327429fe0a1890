package org.parley.notification.mail.reply;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.notification.mail.Mail;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The addresses to which mails about threads are answered. Each is for one person and one
 * thread, and nobody else can make it.
 */
@Component
@EnableConfigurationProperties(ReplySettings.class)
public class ReplyAddresses {

	/** A link to a thread, or to a post in it. */
	private static final Pattern LINK = Pattern
		.compile("/threads/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:\\?post=([0-9]{1,6}))?");

	private static final Set<String> ANSWERABLE = Arrays.stream(NotificationKind.values())
		.filter(NotificationKind::isAboutPost)
		.map(NotificationKind::json)
		.collect(Collectors.toUnmodifiableSet());

	/** Mail servers may change the case of an address, so a tag has lower case only. */
	private static final Pattern TAG = Pattern.compile("([0-9a-z]{25})(?:-([0-9]{1,6}))?");

	private static final int TOKEN_BYTES = 16;

	private static final int TOKEN_LENGTH = 25;

	private final MongoOperations mongo;

	private final EventSecretCipher eventSecretCipher;

	private final ReplySettings settings;

	private final InstantSource clock;

	ReplyAddresses(MongoOperations mongo, EventSecretCipher eventSecretCipher, ReplySettings settings,
			InstantSource clock) {
		this.mongo = mongo;
		this.eventSecretCipher = eventSecretCipher;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The header {@code Reply-To} of a mail; empty unless it is about a new post of a
	 * thread. An answer to the outcome of a report, say, would be public.
	 */
	public Map<String, String> headers(Mail mail) {
		var link = LINK.matcher(mail.values().getOrDefault("link", ""));
		var mailbox = this.settings.mailbox();
		if (mailbox.isEmpty() || !isAnswerable(mail) || !link.matches()) {
			return Map.of();
		}
		var token = store(mail.userId(), link.group(1));
		var tag = (link.group(2) != null) ? token + "-" + link.group(2) : token;
		return Map.of("Reply-To", mailbox.get().tagged(tag));
	}

	private static boolean isAnswerable(Mail mail) {
		return switch (mail.template()) {
			case LIST_POST -> true;
			case NOTIFICATION -> ANSWERABLE.contains(mail.values().getOrDefault("kind", ""));
			default -> false;
		};
	}

	/** The address at which a category takes new threads, if it does. */
	public Optional<String> ofCategory(String slug) {
		return this.settings.newThreads() ? this.settings.mailbox().map((mailbox) -> mailbox.tagged(slug))
				: Optional.empty();
	}

	/**
	 * Whether a tag has the form of those of answers. Slugs of this length have other
	 * hyphens, or are words without digits, perhaps with a number behind.
	 */
	static boolean isOfAnswer(String tag) {
		var matcher = TAG.matcher(tag);
		return matcher.matches() && matcher.group(1).chars().anyMatch(Character::isDigit);
	}

	/** What a tag stands for, if it is a person's for a thread. */
	Optional<ReplyTarget> find(String tag) {
		var matcher = TAG.matcher(tag);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.mongo.findById(matcher.group(1), ReplyAddress.class))
			.map((address) -> new ReplyTarget(address.userId(), address.threadId(),
					(matcher.group(2) != null) ? Integer.valueOf(matcher.group(2)) : null));
	}

	private String store(String userId, String threadId) {
		var token = token(userId, threadId);
		ContendedUpsert.write(() -> this.mongo.upsert(new Query(Criteria.where("_id").is(token)),
				new Update().setOnInsert("userId", userId)
					.setOnInsert("threadId", threadId)
					.set("usedAt", this.clock.instant()),
				ReplyAddress.class));
		return token;
	}

	private String token(String userId, String threadId) {
		var code = Arrays.copyOf(this.eventSecretCipher.sign("reply-address:" + userId + ":" + threadId), TOKEN_BYTES);
		var token = new BigInteger(1, code).toString(Character.MAX_RADIX);
		return "0".repeat(TOKEN_LENGTH - token.length()) + token;
	}

}
