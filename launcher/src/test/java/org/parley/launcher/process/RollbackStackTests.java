package org.parley.launcher.process;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RollbackStackTests {

	private final RollbackStack rollbackStack = new RollbackStack();

	private final AtomicInteger takenBack = new AtomicInteger();

	@Test
	void everyStepIsTakenBackOnce() throws InterruptedException {
		assertThat(this.rollbackStack.run(() -> "done", this.takenBack::incrementAndGet)).isEqualTo("done");
		this.rollbackStack.remember(this.takenBack::incrementAndGet);
		assertThat(this.rollbackStack.takeBack()).isTrue();
		assertThat(this.rollbackStack.takeBack()).isFalse();
		assertThat(this.takenBack).hasValue(2);
	}

	@Test
	void nothingIsDoneAfterEverythingWasTakenBack() {
		this.rollbackStack.takeBack();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> this.rollbackStack.run(this.takenBack::incrementAndGet, this.takenBack::incrementAndGet));
		assertThat(this.takenBack).hasValue(0);
	}

	@Test
	void whatSucceededStays() throws InterruptedException {
		this.rollbackStack.remember(this.takenBack::incrementAndGet);
		this.rollbackStack.forget();
		assertThat(this.rollbackStack.takeBack()).isFalse();
		assertThat(this.takenBack).hasValue(0);
	}

}
