package org.parley.auth.oauth.client;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.platform.jobs.Job;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Ends what apps were permitted that are disabled or removed, also what was under way
 * meanwhile, and forgets those that are removed.
 */
@Component
class EndGrantsOfClosedApps implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final OAuthClients clients;

	private final EndGrants ending;

	private final UnitOfWork work;

	private final InstantSource clock;

	EndGrantsOfClosedApps(OAuthClients clients, EndGrants ending, UnitOfWork work, InstantSource clock) {
		this.clients = clients;
		this.ending = ending;
		this.work = work;
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
		var found = this.clients.endingAfter(Instant.EPOCH, BATCH);
		while (!found.isEmpty()) {
			for (var client : found) {
				count += this.ending.ofClient(client.id(), SessionEndReason.ENDED_BY_OWNER);
				this.work.run(() -> finish(client.id(), now));
			}
			found = this.clients.endingAfter(found.getLast().endingUntil(), BATCH);
		}
		return "%d grants ended.".formatted(count);
	}

	private boolean finish(String id, Instant now) {
		var quiet = this.clients.findById(id).filter((client) -> client.isQuiet(now));
		quiet.ifPresent((client) -> {
			if (client.isRemoved()) {
				this.ending.forgetConsents(id);
				this.clients.delete(client);
			}
			else {
				client.ended();
				this.clients.save(client);
			}
		});
		return quiet.isPresent();
	}

}
