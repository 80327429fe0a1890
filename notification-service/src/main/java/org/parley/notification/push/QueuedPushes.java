package org.parley.notification.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The notifications that wait to be sent to devices. */
@Component
class QueuedPushes {

	/** About as long as a request to a silent push service takes. */
	private static final Duration BUSY = Duration.ofSeconds(10);

	private final MongoOperations mongo;

	private final PushSettings settings;

	private final InstantSource clock;

	QueuedPushes(MongoOperations mongo, PushSettings settings, InstantSource clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	void add(QueuedPush push) {
		this.mongo.save(push);
	}

	Optional<Instant> findNextDue() {
		return Optional.ofNullable(this.mongo.findOne(new Query().with(Sort.by("dueAt")), QueuedPush.class))
			.map(QueuedPush::dueAt);
	}

	/** Claims a due notification; no other worker can claim it before the lease ends. */
	Optional<QueuedPush> claim() {
		var now = this.clock.instant();
		return Optional
			.ofNullable(this.mongo.findAndModify(new Query(Criteria.where("dueAt").lte(now)).with(Sort.by("dueAt")),
					Update.update("dueAt", now.plus(this.settings.lease())).inc("attempts", 1),
					FindAndModifyOptions.options().returnNew(true), QueuedPush.class));
	}

	/** Ends the claim: nothing is left to send. */
	void finish(QueuedPush push) {
		this.mongo.remove(claimed(push), QueuedPush.class);
	}

	/** Sends it later to the devices whose push services failed. */
	void postpone(QueuedPush push, List<String> devices, Duration pause) {
		this.mongo.updateFirst(claimed(push),
				Update.update("devices", devices).set("dueAt", this.clock.instant().plus(pause)), QueuedPush.class);
	}

	/** Sends it soon to devices whose push service is busy; that is no attempt. */
	void defer(QueuedPush push, List<String> devices) {
		this.mongo.updateFirst(claimed(push),
				Update.update("devices", devices).set("dueAt", this.clock.instant().plus(BUSY)).inc("attempts", -1),
				QueuedPush.class);
	}

	private static Query claimed(QueuedPush push) {
		return new Query(Criteria.where("_id").is(push.id()).and("dueAt").is(push.dueAt()));
	}

}
