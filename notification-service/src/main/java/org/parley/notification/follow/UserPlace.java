package org.parley.notification.follow;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.notification.news.NotificationPlace;

/** A user and the place of news that the user may have muted. */
public record UserPlace(String userId, NotificationPlace place) {

	Stream<String> targetIds() {
		return Stream
			.concat(Stream.of(thread()), FollowTarget.categoryAndTags(this.place.categoryId(), this.place.tags()))
			.map((target) -> FollowedTarget.id(this.userId, target));
	}

	/** Whether the levels of the targets, among those of others, mute the place. */
	boolean isMuted(Collection<FollowedTarget> levels) {
		var ids = targetIds().collect(Collectors.toSet());
		return FollowedTarget.isMuted(thread(), levels.stream().filter((level) -> ids.contains(level.id())).toList());
	}

	private String thread() {
		return FollowTarget.thread(this.place.threadId());
	}

}
