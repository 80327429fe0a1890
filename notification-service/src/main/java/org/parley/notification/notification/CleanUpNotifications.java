package org.parley.notification.notification;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.jobs.Job;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Removes old notifications. */
@Component
class CleanUpNotifications implements Job {

	/** Retention of all notifications. */
	static final Duration KEPT = Duration.ofDays(180);

	private static final Duration READ_KEPT = Duration.ofDays(30);

	private final MongoOperations mongo;

	private final InstantSource clock;

	CleanUpNotifications(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "clean-up-notifications";
	}

	@Override
	public String schedule() {
		return "0 0 2 * * *";
	}

	@Override
	public String run() {
		var read = remove("readAt", READ_KEPT);
		var old = remove("createdAt", KEPT);
		return "%d read and %d other notifications were removed".formatted(read, old);
	}

	private long remove(String since, Duration kept) {
		var before = Criteria.where(since).lt(this.clock.instant().minus(kept));
		return this.mongo.remove(new Query(before), Notification.class).getDeletedCount();
	}

}
