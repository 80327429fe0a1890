package org.parley.social.explore;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.markdown.inline.Hashtag;
import org.parley.platform.web.paging.PageQuery;

/**
 * A query for public posts.
 *
 * @param sort the order; newest first by default
 * @param window how far back {@code top} looks; a week by default
 * @param tag a hashtag, without its sign; only for the newest first
 */
record ExploreQuery(@Pattern(regexp = "new|top", message = "is new or top") @Nullable String sort,
		@Pattern(regexp = TopPeriod.NAMES, message = "is day, week, month, year or all") @Nullable String window,
		@Size(min = 1, max = 50, message = "must be a hashtag") @Nullable String tag,
		@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit)
		implements
			PageQuery {

	boolean isTop() {
		return "top".equals(this.sort);
	}

	/** The hashtag as it is stored. */
	@Nullable String hashtag() {
		return (this.tag != null) ? Hashtag.normalize(this.tag) : null;
	}

	TopPeriod span() {
		return TopPeriod.of(this.window);
	}

}
