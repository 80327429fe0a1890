package org.parley.notification.follow;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.follow.FollowedTarget.FollowLevel;

import static org.assertj.core.api.Assertions.assertThat;

class FollowedTargetTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			'',                                        false
			thread:a FOLLOWING,                        false
			thread:a MUTED,                            true
			thread:a NONE,                             false
			category:b MUTED,                          true
			tag:c MUTED,                               true
			category:b FOLLOWING,                      false
			category:b FOLLOWING; tag:c MUTED,         true
			category:b MUTED; tag:c FOLLOWING,         true
			thread:a FOLLOWING; category:b MUTED,      false
			thread:a MUTED; category:b FOLLOWING,      true
			thread:a NONE; category:b MUTED,           true
			thread:a FOLLOWING; tag:c MUTED; tag:d MUTED, false
			""")
	void threadLevelTakesPrecedenceThenMuting(String targets, boolean muted) {
		var parsed = Arrays.stream(targets.split(";"))
			.map(String::strip)
			.filter((target) -> !target.isEmpty())
			.flatMap((target) -> Stream.of(target(target.split(" "))))
			.toList();
		assertThat(FollowedTarget.isMuted("thread:a", parsed)).isEqualTo(muted);
	}

	private static FollowedTarget target(String[] parts) {
		return FollowedTarget.of("alice", parts[0], FollowLevel.valueOf(parts[1]), Instant.EPOCH, 1);
	}

}
