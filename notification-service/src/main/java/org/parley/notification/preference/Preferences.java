package org.parley.notification.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
 * @param digests the digests that the user receives
 * @param quietHours when the user is not disturbed; null for never
 * @param pushed whether the user has devices that take notifications, so that nobody has
 * to look for them
 * @param digestedUntil the end of the time that the latest digests covered
 * @param everyPost the ids of the categories of which the user gets every post by mail,
 * or {@link #EVERY_CATEGORY}; null for none
 */
@Document("preferences")
@CompoundIndex(def = "{'digests': 1, '_id': 1}")
@CompoundIndex(def = "{'everyPost': 1, '_id': 1}", sparse = true)
public record Preferences(@Id String userId, Map<NotificationKind, ChannelChoice> choices, Set<MailTiming> digests,
		@Nullable QuietHours quietHours, @Nullable Boolean pushed, @Nullable Map<MailTiming, Instant> digestedUntil,
		@Nullable Set<String> everyPost) {

	/** Stands for all categories that the user may read. */
	public static final String EVERY_CATEGORY = "all";

	public static Preferences defaults(String userId) {
		return new Preferences(userId, Map.of(), Set.of(), null, null, null, null);
	}

	/** The same preferences with other choices. */
	Preferences with(Map<NotificationKind, ChannelChoice> newChoices, @Nullable QuietHours newQuietHours) {
		var newDigests = newChoices.values()
			.stream()
			.map(ChannelChoice::mail)
			.filter(MailTiming::isDigest)
			.collect(Collectors.toUnmodifiableSet());
		return new Preferences(this.userId, Map.copyOf(newChoices), newDigests, newQuietHours, this.pushed,
				this.digestedUntil, this.everyPost);
	}

	public ChannelChoice choice(NotificationKind kind) {
		return this.choices.getOrDefault(kind, kind.defaultChoice());
	}

	/** Whether notifications of a kind are sent to devices, if the user has some. */
	public boolean isPushed(NotificationKind kind) {
		return Objects.requireNonNullElseGet(choice(kind).push(), kind::isPushedByDefault);
	}

	/** Whether the user has devices. */
	public boolean hasDevices() {
		return Boolean.TRUE.equals(this.pushed);
	}

	/** The same preferences of a user who has devices, or none. */
	Preferences withDevices(boolean some) {
		return new Preferences(this.userId, this.choices, this.digests, this.quietHours, some ? true : null,
				this.digestedUntil, this.everyPost);
	}

	/** The same preferences with other categories of which the user gets every post. */
	Preferences withEveryPost(Set<String> categories) {
		return new Preferences(this.userId, this.choices, this.digests, this.quietHours, this.pushed,
				this.digestedUntil, categories.isEmpty() ? null : Set.copyOf(categories));
	}

	/** Whether the user gets every post of a category by mail. */
	public boolean wantsEveryPost(String categoryId) {
		return this.everyPost != null
				&& (this.everyPost.contains(categoryId) || this.everyPost.contains(EVERY_CATEGORY));
	}

	Set<String> categoriesByMail() {
		return (this.everyPost != null) ? this.everyPost : Set.of();
	}

	/** The end of the time that the latest digest covered; null if there was none. */
	public @Nullable Instant digestedUntil(MailTiming timing) {
		return (this.digestedUntil != null) ? this.digestedUntil.get(timing) : null;
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
		return with(changed, this.quietHours);
	}

	/** The same preferences without digests. */
	Preferences withoutDigests() {
		var changed = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
		this.choices.forEach(
				(kind, choice) -> changed.put(kind, (choice.mail() == MailTiming.NOW) ? choice : choice.withoutMail()));
		return with(changed, this.quietHours);
	}

}
