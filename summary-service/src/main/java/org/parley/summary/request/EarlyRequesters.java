package org.parley.summary.request;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores people with early requests. */
@Component
class EarlyRequesters extends MongoDueRecords<EarlyRequester> {

	static final String COLLECTION = "early_requesters";

	private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final UnitOfWork unitOfWork;

	private final ObjectProvider<ClusterLoop> loop;

	EarlyRequesters(MongoOperations mongo, InstantSource clock, UnitOfWork unitOfWork,
			@Qualifier("earlyRequestLoop") ObjectProvider<ClusterLoop> loop) {
		super(mongo, EarlyRequester.class, "dueAt", clock);
		this.mongo = mongo;
		this.clock = clock;
		this.unitOfWork = unitOfWork;
		this.loop = loop;
	}

	Optional<EarlyRequester> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, EarlyRequester.class));
	}

	/** Stores a person with a new request, and tells the loop when it is due. */
	void submit(EarlyRequester requester) {
		save(requester);
		this.unitOfWork.afterCommit(() -> this.loop.getObject().signal());
	}

	/**
	 * Stores a person, or deletes one without requests, within the caller's transaction.
	 * @throws OptimisticLockingFailureException when another request was stored first
	 */
	void save(EarlyRequester requester) {
		if (requester.isDone()) {
			this.mongo.remove(requester);
			return;
		}
		ContendedUpsert.write(() -> this.mongo.save(requester));
	}

	@Override
	public void postpone(EarlyRequester requester) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(requester.id())),
				Update.update("dueAt", this.clock.instant().plus(RETRY_DELAY)), EarlyRequester.class);
	}

}
