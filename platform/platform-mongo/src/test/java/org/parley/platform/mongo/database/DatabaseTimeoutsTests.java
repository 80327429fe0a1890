package org.parley.platform.mongo.database;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTimeoutsTests {

	@ParameterizedTest
	@CsvSource({ "0s, 4s", "59999ms, 4s", "60s, 2s", "1h, 2s" })
	void newProcessWaitsTwiceAsLong(String age, String limit) {
		var timeouts = new DatabaseTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10),
				Duration.ofSeconds(5), Duration.ofSeconds(1));
		assertThat(timeouts.request(DurationStyle.detectAndParse(age))).isEqualTo(DurationStyle.detectAndParse(limit));
	}

}
