package org.parley.platform.messaging;

import java.time.Instant;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.audit.AdministratorActed;

import static org.assertj.core.api.Assertions.assertThat;

class AdministratorActsTests {

	private static final Instant NOW = Instant.parse("2026-11-29T20:00:00Z");

	private final ArrayList<Object> published = new ArrayList<>();

	private final AdministratorActs acts = new AdministratorActs(this.published::add, () -> NOW);

	@Test
	void actIsPublishedWithTimeAndActingPerson() {
		this.acts.record(AdministratorAct.JOB_REQUESTED, "ann", "count-members");
		assertThat(this.published)
			.containsExactly(new AdministratorActed("job-requested", "ann", null, "count-members", NOW));
	}

	@Test
	void affectedPersonIsNamedById() {
		this.acts.record(AdministratorAct.MODERATOR_APPOINTED, "ann", "bob", "garden");
		assertThat(this.published)
			.containsExactly(new AdministratorActed("moderator-appointed", "ann", "bob", "garden", NOW));
	}

}
