package org.parley.launcher;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UndoTests {

	private final Undo undo = new Undo();

	private final AtomicInteger takenBack = new AtomicInteger();

	@Test
	void everyStepIsTakenBackOnce() throws InterruptedException {
		assertThat(this.undo.run(() -> "done", this.takenBack::incrementAndGet)).isEqualTo("done");
		this.undo.remember(this.takenBack::incrementAndGet);
		assertThat(this.undo.takeBack()).isTrue();
		assertThat(this.undo.takeBack()).isFalse();
		assertThat(this.takenBack).hasValue(2);
	}

	@Test
	void nothingIsDoneAfterEverythingWasTakenBack() {
		this.undo.takeBack();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> this.undo.run(this.takenBack::incrementAndGet, this.takenBack::incrementAndGet));
		assertThat(this.takenBack).hasValue(0);
	}

	@Test
	void whatSucceededStays() throws InterruptedException {
		this.undo.remember(this.takenBack::incrementAndGet);
		this.undo.forget();
		assertThat(this.undo.takeBack()).isFalse();
		assertThat(this.takenBack).hasValue(0);
	}

}
