package org.parley.auth.revocation;

import java.time.InstantSource;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps every revocation in the transaction of what caused it, and tells it at once when
 * that is there.
 */
@Component
@EnableConfigurationProperties(RevocationSettings.class)
class Revocations {

	private final KeptRevocations kept;

	private final RevocationChannel channel;

	private final UnitOfWork work;

	private final RevocationSettings settings;

	private final InstantSource clock;

	Revocations(KeptRevocations kept, RevocationChannel channel, UnitOfWork work, RevocationSettings settings,
			InstantSource clock) {
		this.kept = kept;
		this.channel = channel;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(Revoking event) {
		var revocation = event.revocation();
		this.kept.save(KeptRevocation.of(revocation, this.clock.instant().plus(this.settings.kept())));
		this.work.afterCommit(() -> this.channel.tell(revocation));
	}

}
