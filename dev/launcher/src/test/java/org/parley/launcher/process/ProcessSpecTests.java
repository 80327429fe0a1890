package org.parley.launcher.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessSpecTests {

	@Test
	void everyServiceHasItsOwnVariable() {
		assertThat(ProcessSpec.SERVICES).extracting(ProcessSpec::uriVariable)
			.doesNotHaveDuplicates()
			.contains("PARLEY_AUTH_URI", "PARLEY_FORUM_URI", "PARLEY_CONFIG_URI", "PARLEY_WEB_URI");
	}

	@Test
	void rolesOfServiceDifferInNameAndRoleOnly() {
		var service = ProcessSpecs.SEPARATE_ROLES.named("summary-service-api").getFirst();
		var worker = service.worker(2);
		assertThat(worker.name()).isEqualTo("summary-service-worker-2");
		assertThat(worker.role()).isEqualTo("worker");
		assertThat(worker.flags()).isEqualTo(service.flags());
		assertThat(service.worker(1).uriVariable()).isEqualTo(service.uriVariable());
		assertThat(worker.servesRequests()).isFalse();
	}

}
