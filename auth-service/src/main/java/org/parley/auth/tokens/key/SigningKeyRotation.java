package org.parley.auth.tokens.key;

import java.time.InstantSource;

import org.parley.auth.tokens.key.SigningKey.State;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Lets the next key sign, and makes the one after it, in one transaction: whatever
 * happens meanwhile, one key signs, and one that everybody will know comes after it.
 */
@Component
class SigningKeyRotation {

	private final SigningKeyStore keys;

	private final KeyPairs pairs;

	private final KeySettings settings;

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	SigningKeyRotation(SigningKeyStore keys, KeyPairs pairs, KeySettings settings, MongoOperations mongo,
			UnitOfWork work, Audit audit, InstantSource clock) {
		this.keys = keys;
		this.pairs = pairs;
		this.settings = settings;
		this.mongo = mongo;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Rotates, as an administrator wishes.
	 * @throws ProblemException 409 {@code keys.too-soon} when there may be somebody who
	 * does not know the next key yet
	 */
	void rotate(Caller caller, ClientDevice clientDevice) {
		var following = this.pairs.make(State.UPCOMING);
		this.work.run(() -> {
			var active = turn(following);
			this.audit.record(AuditAction.KEYS_ROTATED, null, caller.id(), active.kid(), clientDevice);
			return active;
		});
		this.keys.reload();
	}

	/** Rotates when the key that signs has done so for long enough; says whether. */
	boolean rotateWhenDue() {
		if (!isDue()) {
			return false;
		}
		var following = this.pairs.make(State.UPCOMING);
		var rotated = this.work.run(() -> {
			if (!isDue()) {
				return false; // an administrator was first
			}
			this.audit.recordWithoutRequest(AuditAction.KEYS_ROTATED, null, null, turn(following).kid());
			return true;
		});
		this.keys.reload();
		return rotated;
	}

	/** Forgets keys whose last token has expired; says how many. */
	long forgetOutlived() {
		var past = this.clock.instant().minus(this.settings.overlap());
		return this.mongo
			.remove(new Query(Criteria.where("state").is(State.RETIRING).and("retiredAt").lt(past)), SigningKey.class)
			.getDeletedCount();
	}

	private SigningKey turn(SigningKey following) {
		var now = this.clock.instant();
		var next = one(State.UPCOMING).activate(this.settings, now);
		// In this order: neither state is ever had by two.
		this.mongo.save(one(State.ACTIVE).retire(now));
		this.mongo.save(next);
		this.mongo.insert(following);
		return next;
	}

	private boolean isDue() {
		var now = this.clock.instant();
		return one(State.ACTIVE).isDue(this.settings, now) && one(State.UPCOMING).isKnown(this.settings, now);
	}

	private SigningKey one(State state) {
		return this.keys.all().stream().filter((key) -> key.state() == state).findAny().orElseThrow();
	}

}
