package org.parley.auth.oauth.client;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Ends the grants of disabled and removed apps, those of running requests included, and
 * deletes removed apps.
 */
@Component
class EndGrantsOfClosedApps implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final OAuthClients clients;

	private final EndGrants endGrants;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	EndGrantsOfClosedApps(OAuthClients clients, EndGrants endGrants, UnitOfWork unitOfWork, InstantSource clock) {
		this.clients = clients;
		this.endGrants = endGrants;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "end-grants-of-closed-apps";
	}

	@Override
	public String schedule() {
		return "15 * * * * *";
	}

	@Override
	public String run() {
		var now = this.clock.instant();
		var count = 0;
		var found = this.clients.findEndingAfter(Instant.EPOCH, BATCH);
		while (!found.isEmpty()) {
			for (var client : found) {
				count += this.endGrants.endOfClient(client.id(), SessionEndReason.ENDED_BY_OWNER);
				this.unitOfWork.run(() -> finish(client.id(), now));
			}
			found = this.clients.findEndingAfter(found.getLast().endingUntil(), BATCH);
		}
		return "%d grants ended.".formatted(count);
	}

	private void finish(String id, Instant now) {
		this.clients.findById(id).filter((client) -> client.hasEnded(now)).ifPresent((client) -> {
			if (client.isRemoved()) {
				this.endGrants.deleteConsents(id);
				this.clients.delete(client);
			}
			else {
				client.finishEnding();
				this.clients.save(client);
			}
		});
	}

}
