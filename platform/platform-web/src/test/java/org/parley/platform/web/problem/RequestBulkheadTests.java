package org.parley.platform.web.problem;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestBulkheadTests {

	/** Requests that ended, and how many are processed at a time then. */
	@ParameterizedTest
	@CsvSource({ "128, 0, 8", "128, 1, 9", "128, 5, 13", "128, 119, 127", "128, 120, 128", "128, 500, 128", "10, 1, 9",
			"10, 2, 10", "10, 3, 10", "8, 3, 8", "2, 0, 2", "2, 7, 2" })
	void eachRequestThatEndsAdmitsOneMore(int limit, int ended, int processed) {
		var bulkhead = new RequestBulkhead(new RequestLimits(limit, 400, Duration.ZERO, Map.of()));
		for (var i = 0; i < ended; i++) {
			assertThat(bulkhead.tryEnter()).isTrue();
			bulkhead.leave();
		}
		assertThat(bulkhead.concurrent()).isEqualTo(processed);
	}

	/** Requests that never end keep others waiting for a while, and then no longer. */
	@Test
	void requestThatWaitedInVainIsAdmittedUpToTheLimit() {
		var bulkhead = new RequestBulkhead(new RequestLimits(10, 400, Duration.ofMillis(1), Map.of()));
		assertThat(IntStream.range(0, 8).filter((_) -> bulkhead.tryEnter())).hasSize(8);
		assertThat(bulkhead.concurrent()).isEqualTo(8);
		assertThat(bulkhead.tryEnter()).isTrue();
		assertThat(bulkhead.concurrent()).isEqualTo(9);
		assertThat(bulkhead.tryEnter()).isTrue();
		assertThat(bulkhead.tryEnter()).isFalse();
		bulkhead.leave();
		assertThat(bulkhead.tryEnter()).isTrue();
	}

}
