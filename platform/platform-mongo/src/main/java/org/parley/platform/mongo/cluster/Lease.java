package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A lease that one instance of a service holds for a limited time and renews. Clocks of
 * instances may differ by less than that time; a lease that ends later than any claim of
 * the present can is free, because the clock of its owner was ahead.
 */
public final class Lease implements WorkClaim {

	private static final Duration HELD = Duration.ofSeconds(10);

	private static final Duration HEARTBEAT = Duration.ofSeconds(2);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final String name;

	private final String owner;

	private volatile Instant renewedAt = Instant.MIN;

	public Lease(MongoOperations mongo, InstantSource clock, String name, String owner) {
		this.mongo = mongo;
		this.clock = clock;
		this.name = name;
		this.owner = owner;
	}

	/**
	 * Acquires the lease or renews it after two seconds; false while another instance
	 * holds it.
	 */
	@Override
	public boolean acquire() {
		var now = this.clock.instant();
		if (isFresh(now)) {
			return true;
		}
		var mineOrFree = new Criteria().orOperator(Criteria.where("owner").is(this.owner),
				Criteria.where("until").lt(now), Criteria.where("until").gt(now.plus(HELD).plus(HELD)));
		try {
			this.mongo.upsert(new Query(Criteria.where("_id").is(this.name).andOperator(mineOrFree)),
					new Update().set("owner", this.owner).set("until", now.plus(HELD)), LeaseRecord.class);
			this.renewedAt = now;
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Override
	public boolean needsOthers(boolean isNew, boolean claimed) {
		return isNew && !claimed && !isFresh(this.clock.instant());
	}

	private boolean isFresh(Instant now) {
		return !now.isBefore(this.renewedAt) && now.isBefore(this.renewedAt.plus(HEARTBEAT));
	}

	@Override
	public void release() {
		this.renewedAt = Instant.MIN;
		this.mongo.remove(new Query(Criteria.where("_id").is(this.name).and("owner").is(this.owner)),
				LeaseRecord.class);
	}

	/**
	 * A stored lease.
	 *
	 * @param name of the work
	 * @param owner the instance that holds it
	 * @param until when it expires
	 */
	@Document("leases")
	record LeaseRecord(@Id String name, String owner, Instant until) {
	}

}
