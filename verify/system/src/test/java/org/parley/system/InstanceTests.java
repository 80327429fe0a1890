package org.parley.system;

import org.junit.jupiter.api.Test;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceTests {

	@Test
	void drillsStopStorageAndServicesButNoToolOfLaptop() {
		assertThat(Instance.stoppable(ProcessSpecs.SEPARATE_ROLES)).extracting(ProcessSpec::name)
			.contains(ProcessSpec.STORAGE, ProcessSpec.GATEWAY, "media-service-api", "media-service-worker")
			.doesNotContain(ProcessSpec.MAILBOX, ProcessSpec.WEB, ProcessSpec.CONFIG_SERVER);
	}

}
