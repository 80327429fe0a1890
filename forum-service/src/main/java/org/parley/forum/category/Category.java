package org.parley.forum.category;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.CategoryData;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A category: a part of the forum with its own name, position and access rules. */
@Document("categories")
@CompoundIndex(def = "{'slug': 1}", unique = true)
public class Category extends AbstractAggregateRoot<Category> implements ProtectedCategory {

	/** Limited because every event of a category lists all its moderators. */
	private static final int MAX_MODERATORS = 50;

	/** Addresses of the category that still lead to it. */
	private static final int MAX_FORMER_SLUGS = 10;

	private static final String GREY = "#607d8b";

	@Id
	private final String id;

	private String slug;

	private List<String> formerSlugs = List.of();

	private String name;

	private String description = "";

	private int order;

	private String colour = GREY;

	private Audience read = Audience.EVERYONE;

	private Audience post = Audience.MEMBERS;

	private List<String> readGroups = List.of();

	private List<String> postGroups = List.of();

	private List<String> moderators = List.of();

	@Version
	private @Nullable Long version;

	Category(String id, String slug, String name) {
		this.id = id;
		this.slug = slug;
		this.name = name;
	}

	public static Category create(String slug, CategoryRequest request, PersonReference by) {
		var category = new Category(Ids.next(), slug, request.newName());
		category.apply(request);
		category.registerEvent(new CategoryChanged("category.created", category.data(0), by, null));
		return category;
	}

	/**
	 * Changes what the request names.
	 * @return whether anything changed
	 */
	boolean change(CategoryRequest request, PersonReference by) {
		var before = data(version());
		var readBefore = this.read;
		apply(request);
		if (data(version()).equals(before)) {
			return false;
		}
		registerEvent(new CategoryChanged("category.changed", data(version() + 1), by,
				(readBefore != this.read) ? readBefore.role() : null));
		return true;
	}

	/**
	 * Appoints a moderator of this category.
	 * @return whether anything changed
	 * @throws RefusalException 409 {@code category.too-many-moderators}
	 */
	public boolean appoint(String memberId, PersonReference by) {
		if (this.moderators.contains(memberId)) {
			return false;
		}
		if (this.moderators.size() >= MAX_MODERATORS) {
			throw RefusalException.conflict("category.too-many-moderators", "This category has " + MAX_MODERATORS
					+ " moderators, the maximum. Dismiss one before you appoint another.");
		}
		this.moderators = Stream.concat(this.moderators.stream(), Stream.of(memberId)).toList();
		registerChanged(by);
		return true;
	}

	/**
	 * Dismisses a moderator of this category.
	 * @return whether anything changed
	 */
	public boolean dismiss(String memberId, PersonReference by) {
		if (!this.moderators.contains(memberId)) {
			return false;
		}
		this.moderators = this.moderators.stream().filter((moderator) -> !moderator.equals(memberId)).toList();
		registerChanged(by);
		return true;
	}

	@Override
	public String id() {
		return this.id;
	}

	public String slug() {
		return this.slug;
	}

	/** Whether the category had this slug before. */
	boolean hadSlug(String former) {
		return this.formerSlugs.contains(former);
	}

	public String name() {
		return this.name;
	}

	public int order() {
		return this.order;
	}

	/** The ids of the appointed moderators, in the order of their appointment. */
	public List<String> moderators() {
		return this.moderators;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	@Override
	public Audience readers() {
		return this.read;
	}

	@Override
	public Set<String> readerGroups() {
		return Set.copyOf(this.readGroups);
	}

	/** The rights of a member in this category: an appointment adds moderation. */
	Rights rightsOf(String memberId, Rights rights) {
		return (rights.everywhere() == Audience.MEMBERS && this.moderators.contains(memberId))
				? rights.moderating(Set.of(this.id)) : rights;
	}

	/** Whether rights allow to start threads and reply in this category. */
	public boolean isPostableBy(Rights rights) {
		return rights.mayRead(this)
				&& (rights.in(this).includes(this.post) || rights.includes(this.post, Set.copyOf(this.postGroups)));
	}

	/**
	 * Requires rights to post in this category.
	 * @throws CategoryForbiddenException 403
	 */
	public void requirePosting(Rights rights) {
		if (!isPostableBy(rights)) {
			throw new CategoryForbiddenException();
		}
	}

	/** The category as named in events. */
	public CategoryReference reference() {
		return new CategoryReference(this.id, this.slug);
	}

	public CategoryChanged snapshot() {
		return new CategoryChanged("category.snapshot", data(version()), null, null);
	}

	CategoryView view() {
		return new CategoryView(this.id, this.slug, this.name, this.description, this.order, this.colour, this.read,
				this.post, this.readGroups, this.postGroups, version());
	}

	private void registerChanged(PersonReference by) {
		registerEvent(new CategoryChanged("category.changed", data(version() + 1), by, null));
	}

	private void apply(CategoryRequest request) {
		rename(Objects.requireNonNullElse(request.slug(), this.slug));
		this.name = Objects.requireNonNullElse(request.name(), this.name).strip();
		this.description = Objects.requireNonNullElse(request.description(), this.description).strip();
		this.order = Objects.requireNonNullElse(request.order(), this.order);
		this.colour = Objects.requireNonNullElse(request.colour(), this.colour);
		this.read = Objects.requireNonNullElse(request.read(), this.read);
		this.post = Objects.requireNonNullElse(request.post(), this.post);
		this.readGroups = groups(request.readGroups(), this.readGroups);
		this.postGroups = groups(request.postGroups(), this.postGroups);
		requireEffect("readGroups", this.readGroups, this.read);
		requireEffect("postGroups", this.postGroups, this.post);
	}

	private static List<String> groups(@Nullable List<String> requested, List<String> present) {
		return (requested != null) ? requested.stream().distinct().toList() : present;
	}

	/**
	 * Groups add to those who have a role; if that is every member, they close nothing.
	 */
	private static void requireEffect(String field, List<String> groups, Audience least) {
		if (!groups.isEmpty() && Audience.MEMBERS.includes(least)) {
			throw RefusalException.field(field, "category.groups-without-effect",
					"has no effect while all members have this right");
		}
	}

	private void rename(String newSlug) {
		if (!newSlug.equals(this.slug)) {
			this.formerSlugs = Stream.concat(Stream.of(this.slug), this.formerSlugs.stream())
				.filter((former) -> !former.equals(newSlug))
				.limit(MAX_FORMER_SLUGS)
				.toList();
			this.slug = newSlug;
		}
	}

	private CategoryData data(long version) {
		return new CategoryData(this.id, this.slug, this.name, this.description, this.order, this.colour,
				this.read.role(), this.post.role(), this.moderators, this.readGroups, this.postGroups, version);
	}

	/** The caller may read but not post in the category. */
	static final class CategoryForbiddenException extends RefusalException {

		CategoryForbiddenException() {
			super(RefusalKind.FORBIDDEN, "category.forbidden", "You may not post in this category.");
		}

	}

}
