package org.parley.notification.preference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The preferences of a user, as far as they differ from the defaults.
 *
 * @param userId the user
 * @param choices channels by kind
 * @param digests the digests that the user receives
 */
@Document("preferences")
public record Preferences(@Id String userId, Map<NotificationKind, ChannelChoice> choices, Set<MailTiming> digests) {

	public static Preferences defaults(String userId) {
		return new Preferences(userId, Map.of(), Set.of());
	}

	static Preferences of(String userId, Map<NotificationKind, ChannelChoice> choices) {
		var digests = choices.values()
			.stream()
			.map(ChannelChoice::mail)
			.filter((mail) -> mail == MailTiming.DAILY || mail == MailTiming.WEEKLY)
			.collect(Collectors.toUnmodifiableSet());
		return new Preferences(userId, Map.copyOf(choices), digests);
	}

	public ChannelChoice choice(NotificationKind kind) {
		return this.choices.getOrDefault(kind, kind.defaultChoice());
	}

	/** The kinds that are mailed with a timing. */
	public Set<NotificationKind> kindsMailed(MailTiming timing) {
		return this.choices.entrySet()
			.stream()
			.filter((choice) -> choice.getValue().mail() == timing)
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The same preferences without mails of a kind. */
	Preferences withoutMail(NotificationKind kind) {
		var changed = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
		changed.putAll(this.choices);
		changed.put(kind, choice(kind).withoutMail());
		return of(this.userId, changed);
	}

	/** The same preferences without digests. */
	Preferences withoutDigests() {
		var changed = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
		this.choices.forEach(
				(kind, choice) -> changed.put(kind, (choice.mail() == MailTiming.NOW) ? choice : choice.withoutMail()));
		return of(this.userId, changed);
	}

}
