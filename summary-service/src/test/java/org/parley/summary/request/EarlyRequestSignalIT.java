package org.parley.summary.request;

import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.test.client.TestUser;
import org.parley.summary.SummaryIT;
import org.parley.summary.request.EarlyRequester.EarlyRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/** A lone instance polls once a minute, so each new due time must wake its loop. */
class EarlyRequestSignalIT extends SummaryIT {

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private EarlyRequestSettings settings;

	@Autowired
	@Qualifier("earlyRequestLoop")
	private ClusterLoop loop;

	private int signals;

	@Test
	void newRequestWakesLoopAfterCommit() {
		var requesters = new EarlyRequesters(this.mongo, InstantSource.system(), this.unitOfWork, counted());
		var requester = new EarlyRequester(TestUser.with().id(), null);
		requester.add(EarlyRequest.of(Ids.next(), Rights.of(Audience.EVERYONE), Instant.now()), this.settings);
		this.unitOfWork.run(() -> {
			requesters.submit(requester);
			assertThat(this.signals).as("before the commit").isZero();
		});
		assertThat(this.signals).isOne();
		this.mongo.remove(requester);
	}

	private ObjectProvider<ClusterLoop> counted() {
		return new ObjectProvider<>() {

			@Override
			public ClusterLoop getObject() {
				EarlyRequestSignalIT.this.signals++;
				return EarlyRequestSignalIT.this.loop;
			}

		};
	}

}
