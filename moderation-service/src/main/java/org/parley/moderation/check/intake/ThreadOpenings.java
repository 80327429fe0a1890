package org.parley.moderation.check.intake;

import java.util.Optional;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Stores titles and first posts of threads. Repeated and late events change nothing. */
@Component
class ThreadOpenings {

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	ThreadOpenings(MongoOperations mongo, UnitOfWork unitOfWork) {
		this.mongo = mongo;
		this.unitOfWork = unitOfWork;
	}

	ThreadOpening save(ThreadCreated data) {
		return this.unitOfWork.run(() -> this.mongo
			.save(find(data.thread().id()).map((stored) -> stored.with(data.thread()).with(data.post()))
				.orElseGet(() -> ThreadOpening.of(data.post(), ModeratedThreadReference.of(data.thread().reference()),
						data.thread().version()))));
	}

	/** Stores a title; empty for a thread that is older than this service. */
	Optional<ThreadOpening> save(ThreadData thread) {
		return this.unitOfWork.run(() -> find(thread.id()).map((stored) -> this.mongo.save(stored.with(thread))));
	}

	ThreadOpening save(PostData post, ModeratedThreadReference thread) {
		return this.unitOfWork.run(() -> this.mongo.save(find(thread.id()).map((stored) -> stored.with(post))
			.orElseGet(() -> ThreadOpening.of(post, thread, 0))));
	}

	private Optional<ThreadOpening> find(String threadId) {
		return Optional.ofNullable(this.mongo.findById(threadId, ThreadOpening.class));
	}

}
