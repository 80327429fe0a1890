package org.parley.forum.threadlist;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;

/**
 * What a caller may read: everybody of one readership sees the same.
 *
 * @param audience whom they belong to
 * @param categories the slugs of the categories that they may read, by id
 * @param key tells readerships apart, in cache keys and entity tags; another one as soon
 * as a category comes, goes, or is named or opened otherwise
 */
public record ListAudience(Audience audience, Map<String, String> categories, String key) {

	/** The readership of a caller; null calls anonymously. */
	public static ListAudience of(@Nullable Caller caller, CategoryAccess access) {
		var audience = Audience.of(caller);
		var visible = access.visible(audience);
		var slugs = visible.stream().collect(Collectors.toUnmodifiableMap(Category::id, Category::slug));
		return new ListAudience(audience, slugs, name(audience) + "-" + fingerprint(visible));
	}

	/**
	 * The same, as far as only a place is concerned where they are something else: nobody
	 * else's answers are kept under its key.
	 */
	public ListAudience as(Audience here) {
		return (here == this.audience) ? this : new ListAudience(here, this.categories, this.key + "-" + name(here));
	}

	/** The slug of a category that may be read. */
	public String slug(String categoryId) {
		return this.categories.getOrDefault(categoryId, "");
	}

	private static String name(Audience audience) {
		return audience.name().toLowerCase(Locale.ROOT);
	}

	private static String fingerprint(Iterable<Category> categories) {
		var hash = 0L;
		for (var category : categories) {
			hash = hash * 0x9E3779B97F4A7C15L + category.id().hashCode();
			hash = hash * 0x9E3779B97F4A7C15L + category.slug().hashCode();
		}
		return Long.toHexString(hash);
	}

}
