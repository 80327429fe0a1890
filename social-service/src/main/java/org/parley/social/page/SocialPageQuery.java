package org.parley.social.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/** A query for a page of a list. */
public record SocialPageQuery(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
}
