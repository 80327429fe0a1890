package org.parley.forum.category;

import java.util.Collection;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.LatinName;
import org.parley.platform.text.name.ShownName;

/**
 * A request to create or change a category. Absent properties keep their value, or get
 * their default.
 *
 * @param slug lower-case letters, digits and hyphens; made of the name by default
 * @param order the sort key among all categories, ascending
 * @param colour the colour as {@code #rrggbb}
 * @param read the lowest audience that may read
 * @param post the lowest audience that may start threads and reply
 * @param readGroups the ids of the groups that may read, too
 * @param postGroups the ids of the groups that may post, too, if they may read
 */
public record CategoryRequest(@StorableText(min = 1, max = 50) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+){0,24}",
		message = "must have only lower-case letters, digits and single hyphens between them") @Nullable String slug,
		@ShownName @Nullable String name, @StorableText(max = 1000, lines = true) @Nullable String description,
		@Min(value = -1_000_000, message = "must be at least -1000000") @Max(value = 1_000_000,
				message = "must be at most 1000000") @Nullable Integer order,
		@Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be a colour like #2e7d32") @Nullable String colour,
		@Nullable Audience read, @Nullable Audience post,
		@Size(max = MAX_GROUPS,
				message = "must have at most 20 items") @Nullable List<@NotNull @Pattern(regexp = ID,
						message = "must be the id of a group") String> readGroups,
		@Size(max = MAX_GROUPS, message = "must have at most 20 items") @Nullable List<@NotNull @Pattern(regexp = ID,
				message = "must be the id of a group") String> postGroups) {

	/** Limited because every event of a category lists all its groups. */
	private static final int MAX_GROUPS = 20;

	private static final String ID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

	/**
	 * The name of a new category, which must have one.
	 * @throws RefusalException 400 otherwise
	 */
	String newName() {
		if (this.name == null) {
			throw RefusalException.field("name", "not-null", "is required");
		}
		return this.name;
	}

	/**
	 * The slug of a new category; by default the words of its name, in letters of
	 * addresses, with a number if a category of another name has them.
	 */
	String newSlug(Collection<Category> others) {
		if (this.slug != null) {
			return this.slug;
		}
		var name = LatinName.fold(newName());
		var taken = others.stream()
			.filter((other) -> !LatinName.fold(other.name()).equals(name))
			.map(Category::slug)
			.toList();
		return LatinName.freeSlug(newName(), "category", taken::contains);
	}

	@AssertTrue(message = "must be at least members, because guests cannot post")
	boolean isPostForMembers() {
		return this.post != Audience.EVERYONE;
	}

}
