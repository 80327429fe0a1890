package org.parley.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JobRowsTests {

	private final List<Integer> done = new ArrayList<>();

	@Test
	void rowsThatCountAreCounted() {
		assertThat(JobRows.forEach(Stream.of(1, 2, 3), (row) -> row != 2)).isEqualTo(2);
		assertThat(JobRows.forEach(Stream.<Integer>of(), (_) -> true)).isZero();
	}

	@Test
	void failingRowsStopNoOthersAndFailRun() {
		assertThatIllegalStateException()
			.isThrownBy(() -> JobRows.forEach(Stream.of(1, 2, 3, 4), failingIf((row) -> row < 3)))
			.withMessage("row 1")
			.satisfies((failure) -> assertThat(failure.getSuppressed()).singleElement()
				.extracting(Throwable::getMessage)
				.isEqualTo("row 2"));
		assertThat(this.done).containsExactly(3, 4);
	}

	@Test
	void runInWhichEverythingFailsEndsEarly() {
		var tried = new ArrayList<Integer>();
		assertThatIllegalStateException().isThrownBy(
				() -> JobRows.forEach(IntStream.range(0, 1_000).boxed().peek(tried::add), failingIf((_) -> true)));
		assertThat(tried).hasSize(100);
	}

	@Test
	void outageEndsRunAtOnce() {
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> JobRows.forEach(Stream.of(1, 2), (row) -> {
				this.done.add(row);
				throw new DataAccessResourceFailureException("away");
			}));
		assertThat(this.done).containsExactly(1);
	}

	@Test
	void interruptedRunEndsAtOnce() {
		assertThatIllegalStateException().isThrownBy(() -> JobRows.forEach(Stream.of(1, 2), (row) -> {
			this.done.add(row);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted");
		}));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.done).containsExactly(1);
	}

	@Test
	void rowsAreClosed() {
		var closed = new ArrayList<String>();
		assertThatIllegalStateException().isThrownBy(
				() -> JobRows.forEach(Stream.of(1).onClose(() -> closed.add("closed")), failingIf((_) -> true)));
		assertThat(closed).hasSize(1);
	}

	private Predicate<Integer> failingIf(Predicate<Integer> fails) {
		return (row) -> {
			if (fails.test(row)) {
				throw new IllegalStateException("row " + row);
			}
			return this.done.add(row);
		};
	}

}
