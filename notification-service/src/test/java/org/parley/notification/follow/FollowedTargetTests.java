package org.parley.notification.follow;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What following and muting come to where they meet. */
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
	void theThreadItselfCountsFirstAndMutingBeforeFollowing(String wishes, boolean muted) {
		var said = Arrays.stream(wishes.split(";"))
			.map(String::strip)
			.filter((wish) -> !wish.isEmpty())
			.flatMap((wish) -> Stream.of(wish(wish.split(" "))))
			.toList();
		assertThat(FollowedTarget.mute("thread:a", said)).isEqualTo(muted);
	}

	private static FollowedTarget wish(String[] parts) {
		return FollowedTarget.of("alice", parts[0], FollowLevel.valueOf(parts[1]), Instant.EPOCH, 1);
	}

}
