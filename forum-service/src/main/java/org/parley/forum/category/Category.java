package org.parley.forum.category;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Signature;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** A part of the forum with its own name, place and rights. */
@Document("categories")
public class Category extends AbstractAggregateRoot<Category> {

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

	@Version
	private @Nullable Long version;

	Category(String id, String slug, String name) {
		this.id = id;
		this.slug = slug;
		this.name = name;
	}

	static Category create(CategoryRequest request, Signature by) {
		var category = new Category(Ids.next(), Objects.requireNonNull(request.slug()),
				Objects.requireNonNull(request.name()));
		category.take(request);
		category.registerEvent(new CategoryEvent("category.created", category.data(0), by));
		return category;
	}

	void change(CategoryRequest request, Signature by) {
		take(request);
		registerEvent(new CategoryEvent("category.changed", data(version() + 1), by));
	}

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

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	/** Who at least may read here. */
	public Audience readers() {
		return this.read;
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
	public CategoryReference reference() {
		return new CategoryReference(this.id, this.slug);
	}

	CategorySnapshot snapshot() {
		return new CategorySnapshot(data(version()));
	}

	CategoryView view() {
		return new CategoryView(this.id, this.slug, this.name, this.description, this.order, this.colour, this.read,
				this.post, version());
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
				this.read.role(), this.post.role(), upcoming);
	}

}
