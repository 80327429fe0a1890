package org.parley.forum.category;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.event.CategoryData;
import org.parley.forum.category.event.CategoryEvent;
import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.category.event.CategorySnapshot;
import org.parley.forum.member.PersonReference;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.ProtectedCategory;
import org.parley.platform.security.category.Rights;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** A part of the forum with its own name, place and rights. */
@Document("categories")
public class Category extends AbstractAggregateRoot<Category> implements ProtectedCategory {

	/** Everybody who moderates it is in every event of it. */
	private static final int MOST_MODERATORS = 50;

	private static final String GREY = "#607d8b";

	@Id
	private final String id;

	private String slug;

	private String name;

	private String description = "";

	private int order;

	private String colour = GREY;

	private Audience read = Audience.EVERYONE;

	private Audience post = Audience.MEMBERS;

	private List<String> moderators = List.of();

	@Version
	private @Nullable Long version;

	Category(String id, String slug, String name) {
		this.id = id;
		this.slug = slug;
		this.name = name;
	}

	public static Category create(CategoryRequest request, PersonReference by) {
		var category = new Category(Ids.next(), Objects.requireNonNull(request.slug()),
				Objects.requireNonNull(request.name()));
		category.take(request);
		category.registerEvent(new CategoryEvent("category.created", category.data(0), by));
		return category;
	}

	void change(CategoryRequest request, PersonReference by) {
		take(request);
		changed(by);
	}

	/**
	 * Makes somebody a moderator of what is in here.
	 * @return whether anything changed
	 * @throws ProblemException 409 {@code category.too-many-moderators}
	 */
	public boolean appoint(String memberId, PersonReference by) {
		if (this.moderators.contains(memberId)) {
			return false;
		}
		if (this.moderators.size() >= MOST_MODERATORS) {
			throw ProblemException.conflict("category.too-many-moderators",
					"This category has " + MOST_MODERATORS + " moderators. Dismiss one before you appoint another.");
		}
		this.moderators = Stream.concat(this.moderators.stream(), Stream.of(memberId)).toList();
		changed(by);
		return true;
	}

	/**
	 * Takes that away.
	 * @return whether anything changed
	 */
	public boolean dismiss(String memberId, PersonReference by) {
		if (!this.moderators.contains(memberId)) {
			return false;
		}
		this.moderators = this.moderators.stream().filter((one) -> !one.equals(memberId)).toList();
		changed(by);
		return true;
	}

	@Override
	public String id() {
		return this.id;
	}

	public String slug() {
		return this.slug;
	}

	public String name() {
		return this.name;
	}

	public int order() {
		return this.order;
	}

	/** The ids of those who moderate only here, in the order of their appointment. */
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

	/**
	 * The rights of a person of that audience here: an appointment makes a member a
	 * moderator.
	 */
	Rights rightsOf(String memberId, Audience audience) {
		return (audience == Audience.MEMBERS && this.moderators.contains(memberId))
				? new Rights(audience, Set.of(this.id)) : Rights.of(audience);
	}

	/** Whether an audience may read here. */
	public boolean readableBy(Audience audience) {
		return audience.includes(this.read);
	}

	/** Whether an audience may start threads and reply here. */
	public boolean postableBy(Audience audience) {
		return readableBy(audience) && audience.includes(this.post);
	}

	/**
	 * Lets only those pass who may post here.
	 * @throws CategoryForbiddenException 403
	 */
	public void requirePosting(Audience audience) {
		if (!postableBy(audience)) {
			throw new CategoryForbiddenException();
		}
	}

	/** As events name it. */
	public CategoryRef reference() {
		return new CategoryRef(this.id, this.slug);
	}

	public CategorySnapshot snapshot() {
		return new CategorySnapshot(data(version()));
	}

	CategoryView view() {
		return new CategoryView(this.id, this.slug, this.name, this.description, this.order, this.colour, this.read,
				this.post, version());
	}

	private void changed(PersonReference by) {
		registerEvent(new CategoryEvent("category.changed", data(version() + 1), by));
	}

	private void take(CategoryRequest request) {
		this.slug = Objects.requireNonNullElse(request.slug(), this.slug);
		this.name = Objects.requireNonNullElse(request.name(), this.name).strip();
		this.description = Objects.requireNonNullElse(request.description(), this.description).strip();
		this.order = Objects.requireNonNullElse(request.order(), this.order);
		this.colour = Objects.requireNonNullElse(request.colour(), this.colour);
		this.read = Objects.requireNonNullElse(request.read(), this.read);
		this.post = Objects.requireNonNullElse(request.post(), this.post);
	}

	private CategoryData data(long upcoming) {
		return new CategoryData(this.id, this.slug, this.name, this.description, this.order, this.colour,
				this.read.role(), this.post.role(), this.moderators, upcoming);
	}

}
