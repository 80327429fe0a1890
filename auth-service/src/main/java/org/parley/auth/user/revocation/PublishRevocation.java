package org.parley.auth.user.revocation;

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
@EnableConfigurationProperties(RevocationPublishingSettings.class)
class PublishRevocation {

	private final StoredRevocations kept;

	private final RevocationRedisChannel channel;

	private final UnitOfWork work;

	private final RevocationPublishingSettings settings;

	private final InstantSource clock;

	PublishRevocation(StoredRevocations kept, RevocationRedisChannel channel, UnitOfWork work,
			RevocationPublishingSettings settings, InstantSource clock) {
		this.kept = kept;
		this.channel = channel;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(RevokingEvent event) {
		var revocation = event.revocation();
		this.kept.save(StoredRevocation.of(revocation, this.clock.instant().plus(this.settings.kept())));
		this.work.afterCommit(() -> this.channel.tell(revocation));
	}

}
