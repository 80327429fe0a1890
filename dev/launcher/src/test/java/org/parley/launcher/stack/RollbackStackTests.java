package org.parley.launcher.stack;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RollbackStackTests {

	private final RollbackStack rollbackStack = new RollbackStack();

	private final AtomicInteger rolledBack = new AtomicInteger();

	@Test
	void everyStepIsRolledBackOnce() throws InterruptedException {
		assertThat(this.rollbackStack.run(() -> "done", this.rolledBack::incrementAndGet)).isEqualTo("done");
		this.rollbackStack.register(this.rolledBack::incrementAndGet);
		assertThat(this.rollbackStack.rollBack()).isTrue();
		assertThat(this.rollbackStack.rollBack()).isFalse();
		assertThat(this.rolledBack).hasValue(2);
	}

	@Test
	void stepAfterRollbackIsNotRun() {
		this.rollbackStack.rollBack();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(
				() -> this.rollbackStack.run(this.rolledBack::incrementAndGet, this.rolledBack::incrementAndGet));
		assertThat(this.rolledBack).hasValue(0);
	}

	@Test
	void committedStepsAreNotRolledBack() throws InterruptedException {
		this.rollbackStack.register(this.rolledBack::incrementAndGet);
		this.rollbackStack.commit();
		assertThat(this.rollbackStack.rollBack()).isFalse();
		assertThat(this.rolledBack).hasValue(0);
	}

}
