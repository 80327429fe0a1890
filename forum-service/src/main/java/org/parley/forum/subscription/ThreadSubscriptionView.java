package org.parley.forum.subscription;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that a person follows or has muted.
 *
 * @param kind {@code thread}, {@code category} or {@code tag}
 * @param id of the thread or the category; the tag itself
 * @param slug its readable part of an address; the tag itself
 * @param name the thread's title, the category's name; the tag itself
 * @param level {@code following} or {@code muted}
 * @param since since when
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
