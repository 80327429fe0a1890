package org.parley.notification.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The preferences of a user, as far as they differ from the defaults.
 *
 * @param choices channels by kind
 * @param digests the digests that the user receives
 * @param quietHours when the user is not disturbed; null for never
 */
@Document("preferences")
@CompoundIndex(def = "{'digests': 1, '_id': 1}")
public record Preferences(@Id String userId, Map<NotificationKind, ChannelChoice> choices, Set<MailTiming> digests,
		@Nullable QuietHours quietHours) {

	public static Preferences defaults(String userId) {
		return new Preferences(userId, Map.of(), Set.of(), null);
	}

	static Preferences of(String userId, Map<NotificationKind, ChannelChoice> choices,
			@Nullable QuietHours quietHours) {
		var digests = choices.values()
			.stream()
			.map(ChannelChoice::mail)
			.filter((mail) -> mail == MailTiming.DAILY || mail == MailTiming.WEEKLY)
			.collect(Collectors.toUnmodifiableSet());
		return new Preferences(userId, Map.copyOf(choices), digests, quietHours);
	}

	public ChannelChoice choice(NotificationKind kind) {
		return this.choices.getOrDefault(kind, kind.defaultChoice());
	}

	/** The end of the quiet hours that a time is in, if it is in any. */
	public Optional<Instant> findQuietEnd(Instant now, ZoneId zone) {
		return Optional.ofNullable(this.quietHours).flatMap((hours) -> hours.findEnd(now, zone));
	}

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
		return of(this.userId, changed, this.quietHours);
	}

	/** The same preferences without digests. */
	Preferences withoutDigests() {
		var changed = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
		this.choices.forEach(
				(kind, choice) -> changed.put(kind, (choice.mail() == MailTiming.NOW) ? choice : choice.withoutMail()));
		return of(this.userId, changed, this.quietHours);
	}

}
