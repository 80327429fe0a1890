package org.parley.auth.account.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.privacy.ErasureDone;
import org.parley.contracts.privacy.ErasureRequested;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Asks every service to erase a deleted user, and collects the answers. */
@EventConsumer("auth_data")
class Erasures {

	private static final int BATCH = 100;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final InstantSource clock;

	private final List<String> services;

	Erasures(MongoOperations mongo, ApplicationEventPublisher events, UnitOfWork work, InstantSource clock,
			Catalogue catalogue) {
		this.mongo = mongo;
		this.events = events;
		this.work = work;
		this.clock = clock;
		this.services = catalogue.publishersOf("erasure.done");
	}

	/** Asks all services, in the transaction that deletes the account. */
	@EventListener
	void on(UserDeleted event) {
		var now = this.clock.instant();
		var erasure = new Erasure(Ids.next(), event.userId(), now, now, this.services, Map.of(), null);
		this.mongo.insert(erasure);
		this.events.publishEvent(new ErasureRequested(erasure.id(), erasure.userId(), now));
	}

	/** Records the answer of a service; repeated answers change nothing. */
	@EventHandler("erasure.done")
	void on(ErasureDone done, EventEnvelope event) {
		var erased = done.erased()
			.stream()
			.collect(Collectors.toMap(ErasureDone.Count::kind, ErasureDone.Count::count, Long::sum));
		var answer = new Erasure.Answer(done.at(), erased);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(done.erasureId()).and("awaited").is(event.source())),
				new Update().pull("awaited", event.source()).set("answers." + event.source(), answer), Erasure.class);
		this.mongo.updateFirst(
				new Query(Criteria.where("_id").is(done.erasureId()).and("awaited").size(0).and("doneAt").is(null)),
				Update.update("doneAt", this.clock.instant()), Erasure.class);
	}

	/**
	 * Repeats the requests that some service has not answered in time; every service
	 * answers again. Each request is repeated once, by one instance of the cluster.
	 * @return how many requests were repeated
	 */
	int repeatRequests(Instant now, Duration patience) {
		var since = now.minus(patience);
		var count = 0;
		for (var late = findLate(since); !late.isEmpty(); late = findLate(since)) {
			for (var erasure : late) {
				count += this.work.run(() -> repeatRequest(erasure, since, now)) ? 1 : 0;
			}
		}
		return count;
	}

	private List<Erasure> findLate(Instant since) {
		return this.mongo.find(new Query(isLate(since)).with(Sort.by("askedAt")).limit(Limit.of(BATCH)), Erasure.class);
	}

	private boolean repeatRequest(Erasure erasure, Instant since, Instant now) {
		var claimed = this.mongo
			.updateFirst(new Query(isLate(since).and("_id").is(erasure.id())), Update.update("askedAt", now),
					Erasure.class)
			.getModifiedCount() == 1;
		if (claimed) {
			this.events.publishEvent(new ErasureRequested(erasure.id(), erasure.userId(), now));
		}
		return claimed;
	}

	private static Criteria isLate(Instant since) {
		return Criteria.where("doneAt").is(null).and("askedAt").lte(since);
	}

	Optional<Erasure> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Erasure.class));
	}

	/** Reads one page, newest first. */
	Paged<ErasureView> page(PageQuery request) {
		return new NewestFirst(request).find(this.mongo, new Query(), Erasure.class, Erasure::id).map(ErasureView::of);
	}

}
