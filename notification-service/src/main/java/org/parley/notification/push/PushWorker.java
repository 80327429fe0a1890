package org.parley.notification.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.stereotype.Component;

/** Claims due notifications one after the other and sends them to devices. */
@Component
class PushWorker extends DueWork {

	private final QueuedPushes pushes;

	private final DeliverPush deliverPush;

	private final ProcessRole role;

	PushWorker(QueuedPushes pushes, DeliverPush deliverPush, ProcessRole role, InstantSource clock) {
		super(clock);
		this.pushes = pushes;
		this.deliverPush = deliverPush;
		this.role = role;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.role.works() ? this.pushes.findNextDue() : Optional.empty();
	}

	@Override
	public boolean doBatch() {
		var push = this.pushes.claim();
		push.ifPresent(this.deliverPush::deliver);
		return push.isPresent();
	}

}
