package org.parley.social.explore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.RefusalException;
import org.parley.social.explore.ExplorePosts.ExploreQuery;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ExploreQueryTests {

	@Test
	void rankingOfHashtagIsRefused() {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(query("tea")::requireNoHashtag)
			.matches((problem) -> problem.code().equals("request.invalid"));
	}

	@Test
	void rankingOfAllPostsIsPossible() {
		assertThatNoException().isThrownBy(query(null)::requireNoHashtag);
	}

	private static ExploreQuery query(@Nullable String tag) {
		return new ExploreQuery("top", "week", tag, null, null);
	}

}
