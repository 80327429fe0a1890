package org.parley.notification.preference;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes the preferences of a user. */
@Component
public class SetPreferences {

	private final UserPreferences userPreferences;

	private final UnitOfWork unitOfWork;

	SetPreferences(UserPreferences userPreferences, UnitOfWork unitOfWork) {
		this.userPreferences = userPreferences;
		this.unitOfWork = unitOfWork;
	}

	Preferences set(String userId, Map<NotificationKind, ChannelChoice> choices, @Nullable QuietHours quietHours,
			Set<String> everyPost) {
		return change(userId, (preferences) -> preferences.with(choices, quietHours).withEveryPost(everyPost));
	}

	/** Turns off mails with every post. */
	public void unsubscribeFromPosts(String userId) {
		change(userId, (preferences) -> preferences.withEveryPost(Set.of()));
	}

	/** Turns off mails of a kind. */
	public void unsubscribe(String userId, NotificationKind kind) {
		change(userId, (preferences) -> preferences.withoutMail(kind));
	}

	/** Turns off daily and weekly digests. */
	public void unsubscribeFromDigests(String userId) {
		change(userId, Preferences::withoutDigests);
	}

	/** Records whether a user has devices that take notifications. */
	public void setPushed(String userId, boolean some) {
		change(userId, (preferences) -> preferences.withDevices(some));
	}

	/** Concurrent changes are retried, so that none is lost. */
	private Preferences change(String userId, UnaryOperator<Preferences> change) {
		return this.unitOfWork.run(() -> ContendedUpsert
			.write(() -> this.userPreferences.save(change.apply(this.userPreferences.get(userId)))));
	}

}
