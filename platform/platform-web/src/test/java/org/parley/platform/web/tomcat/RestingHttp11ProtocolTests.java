package org.parley.platform.web.tomcat;

import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.apache.coyote.http11.Http11Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestingHttp11ProtocolTests {

	private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);

	private final RestingHttp11Protocol protocol = new RestingHttp11Protocol();

	@BeforeEach
	void useTimers() {
		this.protocol.setUtilityExecutor(this.timers);
	}

	@AfterEach
	void end() {
		this.timers.shutdownNow();
	}

	@Test
	void timerRestsWithoutAsynchronousRequests() {
		this.protocol.startAsyncTimeout();
		assertThat(this.timers.getQueue()).isEmpty();
	}

	@Test
	void oneTimerStartsWithFirstAsynchronousRequest() {
		for (int i = 0; i < 2; i++) {
			this.protocol.addWaitingProcessor(new Http11Processor(this.protocol, null));
			this.protocol.startAsyncTimeout();
		}
		assertThat(this.timers.getQueue()).hasSize(1);
	}

}
