package org.parley.forum.threadlist;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Sha256;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/**
 * The readers who see the same lists.
 *
 * @param rights the rights of the readers
 * @param categories the slugs of the readable categories, by id
 * @param key identifies the readers in cache keys and entity tags; it changes when a
 * category is added, removed, renamed or gets other readers
 */
public record ListAudience(Rights rights, Map<String, String> categories, String key) {

	/** The list audience of a caller; null is a guest. */
	public static ListAudience of(@Nullable Caller caller, CategoryAccess access) {
		var rights = Rights.of(caller);
		var visible = access.visible(rights);
		var slugs = visible.stream().collect(Collectors.toUnmodifiableMap(Category::id, Category::slug));
		return new ListAudience(rights, slugs, name(rights.everywhere()) + "-" + fingerprint(visible));
	}

	/**
	 * The same readers with another audience, for a single category that they moderate.
	 * The key differs, so their responses are not cached for other readers.
	 */
	public ListAudience withAudience(Audience other) {
		return (other == audience()) ? this : new ListAudience(new Rights(other, this.rights.groups(), Set.of()),
				this.categories, this.key + "-" + name(other));
	}

	/** The audience of the readers by role. */
	public Audience audience() {
		return this.rights.everywhere();
	}

	/** The slug of a readable category; empty for any other. */
	public String slug(String categoryId) {
		return this.categories.getOrDefault(categoryId, "");
	}

	private static String name(Audience audience) {
		return audience.name().toLowerCase(Locale.ROOT);
	}

	private static String fingerprint(Collection<Category> categories) {
		return Sha256.hex(categories.stream()
			.map((category) -> category.id() + "/" + category.slug())
			.collect(Collectors.joining("\n")));
	}

}
