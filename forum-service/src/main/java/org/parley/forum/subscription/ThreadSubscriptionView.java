package org.parley.forum.subscription;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A followed or muted thread, category or tag.
 *
 * @param kind {@code thread}, {@code category} or {@code tag}
 * @param id the id of the thread or category, or the tag
 * @param slug the slug of the thread or category, or the tag
 * @param name the title of the thread, the name of the category, or the tag
 * @param level {@code following} or {@code muted}
 * @param since the time of the last change
 */
record ThreadSubscriptionView(@Schema(example = "category") SubscriptionTarget.Kind kind,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String id, @Schema(example = "garden") String slug,
		@Schema(example = "Garden") String name, @Schema(example = "following") SubscriptionLevel level,
		Instant since) {

	static ThreadSubscriptionView of(ThreadSubscription threadSubscription, String slug, String name) {
		var target = threadSubscription.target();
		return new ThreadSubscriptionView(target.kind(), target.id(), slug, name, threadSubscription.level(),
				threadSubscription.at());
	}

}
