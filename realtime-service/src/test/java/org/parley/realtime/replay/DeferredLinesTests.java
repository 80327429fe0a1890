package org.parley.realtime.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeferredLinesTests {

	private final AtomicLong now = new AtomicLong();

	private final DeferredLines deferredLines = new DeferredLines(this.now::get);

	@Test
	void linesOfRoomAreRemovedOnceAndInOrder() {
		add("a", "1");
		add("b", "2");
		add("a", "3");
		assertThat(remove("a")).containsExactly("1", "3");
		assertThat(remove("a")).isEmpty();
		assertThat(remove("b")).containsExactly("2");
	}

	@Test
	void oldLinesAreForgotten() {
		add("a", "1");
		advance(DeferredLines.KEPT);
		add("a", "2");
		advance(Duration.ofNanos(1));
		add("b", "3");
		assertThat(remove("a")).containsExactly("2");
	}

	@Test
	void fullMemoryRefusesNewLines() {
		for (int i = 0; i < DeferredLines.MAX_LINES; i++) {
			assertThat(add("room-" + i, "line")).isTrue();
		}
		assertThat(add("a", "refused")).isFalse();
		assertThat(remove("a")).isEmpty();
	}

	@Test
	void fullMemoryForgetsLinesThatAreNotNew() {
		add("first", "line");
		advance(DeferredLines.KEPT_WHEN_FULL.plusNanos(1));
		for (int i = 1; i < DeferredLines.MAX_LINES; i++) {
			add("room-" + i, "line");
		}
		assertThat(add("a", "kept")).isTrue();
		assertThat(remove("first")).isEmpty();
		assertThat(remove("a")).containsExactly("kept");
	}

	@Test
	void secondThreadWaitsForTheFirst() throws InterruptedException {
		add("a", "1");
		var order = new ArrayList<String>();
		var begun = new CountDownLatch(1);
		var second = new CountDownLatch(1);
		var first = Thread.ofVirtual().start(() -> this.deferredLines.remove("a", (line) -> {
			begun.countDown();
			await(second);
			order.add("written");
		}));
		assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
		var other = Thread.ofVirtual().start(() -> {
			second.countDown();
			remove("a");
			order.add("next");
		});
		assertThat(first.join(Duration.ofSeconds(5))).isTrue();
		assertThat(other.join(Duration.ofSeconds(5))).isTrue();
		assertThat(order).containsExactly("written", "next");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean add(String room, String text) {
		return this.deferredLines.add(room, () -> new LogLine("id", "subject", text, false));
	}

	private List<String> remove(String room) {
		var texts = new ArrayList<String>();
		this.deferredLines.remove(room, (line) -> texts.add(line.text()));
		return texts;
	}

	private void advance(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
