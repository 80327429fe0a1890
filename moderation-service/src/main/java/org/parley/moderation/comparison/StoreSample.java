package org.parley.moderation.comparison;

import java.time.InstantSource;

import org.parley.moderation.check.PostCheck;
import org.parley.moderation.place.PostLocations;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Stores a sample where its post is now, which may have been moved since its check, so
 * that only the moderators of its present category see it.
 */
@Component
public class StoreSample {

	private final PostLocations postLocations;

	private final ComparedPosts comparedPosts;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	StoreSample(PostLocations postLocations, ComparedPosts comparedPosts, UnitOfWork unitOfWork, InstantSource clock) {
		this.postLocations = postLocations;
		this.comparedPosts = comparedPosts;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Stores a sample; a repeated comparison replaces it. The lock makes this conflict
	 * with a concurrent move.
	 */
	public void store(String comparisonId, PostCheck postCheck, Comparison comparison) {
		this.unitOfWork.run(() -> {
			var location = this.postLocations.lock(postCheck.post(), postCheck.thread(), postCheck.revision().post());
			this.comparedPosts
				.save(ComparedPost.of(comparisonId, postCheck, location, comparison, this.clock.instant()));
		});
	}

}
