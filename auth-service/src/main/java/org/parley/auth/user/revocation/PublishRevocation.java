package org.parley.auth.user.revocation;

import java.time.InstantSource;

import org.parley.contracts.account.RevokingEvent;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stores every revocation in the transaction that causes it, and publishes it through
 * Redis after the commit.
 */
@Component
@EnableConfigurationProperties(RevocationPublishingSettings.class)
class PublishRevocation {

	private final StoredRevocations revocations;

	private final RevocationRedisChannel channel;

	private final UnitOfWork work;

	private final RevocationPublishingSettings settings;

	private final InstantSource clock;

	PublishRevocation(StoredRevocations revocations, RevocationRedisChannel channel, UnitOfWork work,
			RevocationPublishingSettings settings, InstantSource clock) {
		this.revocations = revocations;
		this.channel = channel;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(RevokingEvent event) {
		var revocation = event.revocation();
		this.revocations.save(StoredRevocation.of(revocation, this.clock.instant().plus(this.settings.kept())));
		this.work.afterCommit(() -> this.channel.publish(revocation));
	}

}
