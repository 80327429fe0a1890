package org.parley.auth.account.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An erasure, as shown to administrators. */
@Schema(name = "Erasure")
record ErasureView(@Schema(example = "01KAG400A1B2C3D4E5F6G7H8J9") String id,
		@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String userId, Instant requestedAt, Instant askedAt,
		@Schema(example = "[\"webhook-service\"]") List<String> awaited, List<Answer> answers,
		@Nullable Instant doneAt) {

	static ErasureView of(Erasure erasure) {
		return new ErasureView(erasure.id(), erasure.userId(), erasure.requestedAt(), erasure.askedAt(),
				erasure.awaited(), Answer.of(erasure.answers()), erasure.doneAt());
	}

	/** The answer of a service. */
	@Schema(name = "ErasureAnswer")
	record Answer(@Schema(example = "forum-service") String service, Instant at,
			@Schema(example = "{\"bookmarks\": 3}") Map<String, Long> erased) {

		static List<Answer> of(Map<String, Erasure.Answer> answers) {
			return new TreeMap<>(answers).entrySet()
				.stream()
				.map((answer) -> new Answer(answer.getKey(), answer.getValue().at(),
						new TreeMap<>(answer.getValue().erased())))
				.toList();
		}

	}

}
