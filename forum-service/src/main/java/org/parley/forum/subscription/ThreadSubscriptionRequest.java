package org.parley.forum.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects a page of the caller's subscriptions.
 *
 * @param kind only subscriptions to threads, categories or tags
 * @param level only followed or only muted targets
 * @param limit the maximum number of items, 20 by default
 */
record ThreadSubscriptionRequest(
		@Pattern(regexp = "thread|category|tag", message = "is thread, category or tag") @Nullable String kind,
		@Pattern(regexp = "following|muted", message = "is following or muted") @Nullable String level,
		@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit)
		implements
			PageQuery {

	SubscriptionTarget.@Nullable Kind targetKind() {
		return (this.kind != null) ? SubscriptionTarget.Kind.valueOf(this.kind.toUpperCase(Locale.ROOT)) : null;
	}

	Collection<SubscriptionLevel> levels() {
		return (this.level != null) ? List.of(SubscriptionLevel.valueOf(this.level.toUpperCase(Locale.ROOT)))
				: List.of(SubscriptionLevel.FOLLOWING, SubscriptionLevel.MUTED);
	}

}
