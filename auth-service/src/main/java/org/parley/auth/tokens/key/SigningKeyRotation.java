package org.parley.auth.tokens.key;

import java.time.InstantSource;

import org.parley.auth.tokens.key.SigningKey.State;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Activates the upcoming signing key and generates its successor in one transaction, so
 * that there is always exactly one active and one upcoming key.
 */
@Component
class SigningKeyRotation {

	private final SigningKeyStore keys;

	private final KeyPairs pairs;

	private final KeySettings settings;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	SigningKeyRotation(SigningKeyStore keys, KeyPairs pairs, KeySettings settings, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.keys = keys;
		this.pairs = pairs;
		this.settings = settings;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Rotates the keys at an administrator's request.
	 * @throws RefusalException 409 {@code keys.too-soon} if some service may not have
	 * fetched the upcoming key yet
	 */
	void rotate(Caller caller, ClientDevice clientDevice) {
		var following = this.pairs.generate(State.UPCOMING);
		this.work.run(() -> {
			var active = activateNext(following);
			this.audit.record(AuditAction.KEYS_ROTATED, null, caller.id(), active.kid(), clientDevice);
		});
		this.keys.reload();
	}

	/**
	 * Rotates the keys if the lifetime of the active key is over.
	 * @return whether the keys were rotated
	 */
	boolean rotateWhenDue() {
		if (!isDue()) {
			return false;
		}
		var following = this.pairs.generate(State.UPCOMING);
		var rotated = this.work.run(() -> {
			if (!isDue()) {
				return false; // an administrator has rotated the keys meanwhile
			}
			this.audit.recordWithoutRequest(AuditAction.KEYS_ROTATED, null, null, activateNext(following).kid());
			return true;
		});
		this.keys.reload();
		return rotated;
	}

	private SigningKey activateNext(SigningKey following) {
		var now = this.clock.instant();
		var active = key(State.UPCOMING).activate(this.settings, now);
		this.keys.saveRotation(key(State.ACTIVE).retire(now), active, following);
		return active;
	}

	private boolean isDue() {
		var now = this.clock.instant();
		return key(State.ACTIVE).isDue(this.settings, now) && key(State.UPCOMING).isPropagated(this.settings, now);
	}

	private SigningKey key(State state) {
		return this.keys.findAll().stream().filter((key) -> key.state() == state).findAny().orElseThrow();
	}

}
