package org.parley.auth.oauth.client;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Ends the grants of disabled and removed apps, those of running requests included, and
 * deletes removed apps.
 */
@Component
class EndGrantsOfClosedApps implements Job {

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
		var count = JobRows.forEach(this.clients.streamEndingAfter(Instant.EPOCH), (client) -> end(client, now));
		return "Grants of %d apps ended.".formatted(count);
	}

	private boolean end(OAuthClient client, Instant now) {
		this.endGrants.endOfClient(client.id(), SessionEndReason.ENDED_BY_OWNER);
		if (client.isRemoved() && client.hasEnded(now)) {
			this.endGrants.deleteConsents(client.id());
		}
		this.unitOfWork.run(() -> finish(client.id(), now));
		return true;
	}

	private void finish(String id, Instant now) {
		this.clients.findById(id).filter((client) -> client.hasEnded(now)).ifPresent((client) -> {
			if (client.isRemoved()) {
				this.clients.delete(client);
			}
			else {
				client.finishEnding();
				this.clients.save(client);
			}
		});
	}

}
