package org.parley.platform.test;

import org.junit.jupiter.api.Test;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class JobsByHandTests {

	private final Loop jobLoop = new Loop();

	private final Loop otherLoop = new Loop();

	@Test
	void restartedContextStartsAllLoopsButThatOfJobs() {
		try (var context = new AnnotationConfigApplicationContext()) {
			context.register(JobsByHand.class);
			context.registerBean("jobLoop", Loop.class, () -> this.jobLoop);
			context.registerBean("otherLoop", Loop.class, () -> this.otherLoop);
			context.refresh();
			context.pause();
			context.restart();
			assertThat(this.otherLoop.starts).isEqualTo(2);
			assertThat(this.jobLoop.starts).isZero();
		}
	}

	/** Counts its starts. */
	private static final class Loop implements SmartLifecycle {

		private int starts;

		private boolean running;

		@Override
		public void start() {
			this.starts++;
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
