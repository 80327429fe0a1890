package org.parley.forum.threadlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Selects the threads of a list.
 *
 * @param categoryIds the ids of the requested readable categories
 * @param tag only threads with a tag of this key
 * @param authorId only threads by this author
 * @param status only threads with this status
 * @param since only threads created since then
 */
record ThreadFilter(Collection<String> categoryIds, @Nullable String tag, @Nullable String authorId,
		@Nullable StatusFilter status, @Nullable Instant since) {

	/**
	 * MongoDB merges the index ranges of up to 200 values; beyond that it reads and sorts
	 * all matches ({@code internalQueryMaxScansToExplode}).
	 */
	private static final int MAX_MERGED_CATEGORIES = 100;

	/** The prefix of the indexes for this filter: its most selective field. */
	ListIndexPrefix indexPrefix() {
		if (this.authorId != null) {
			return ListIndexPrefix.AUTHOR;
		}
		if (this.tag != null) {
			return ListIndexPrefix.TAGS;
		}
		return (this.categoryIds.size() > MAX_MERGED_CATEGORIES) ? ListIndexPrefix.FORUM : ListIndexPrefix.CATEGORY;
	}

	List<Criteria> criteria() {
		var all = new ArrayList<Criteria>();
		all.add(Criteria.where("categoryId").in(this.categoryIds));
		all.add(Criteria.where("listed").is(this.status == null || !this.status.isUnlisted()));
		if (this.tag != null) {
			all.add(Criteria.where("tagKeys").is(this.tag));
		}
		if (this.authorId != null) {
			all.add(Criteria.where("authorId").is(this.authorId));
		}
		if (this.status != null) {
			all.add(this.status.criteria());
		}
		if (this.since != null) {
			all.add(Criteria.where("_id").gte(Ulid.min(this.since.toEpochMilli()).toString()));
		}
		return all;
	}

}
