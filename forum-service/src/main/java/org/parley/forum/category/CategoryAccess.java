package org.parley.forum.category;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * All categories, kept in memory: they are few, and every request needs them. A change
 * made here shows at once, one made by another instance within a second. They are read
 * outside of any transaction, for one that began before a change would not see it.
 */
@Component
public class CategoryAccess {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Categories categories;

	private final UnitOfWork work;

	private final InstantSource clock;

	private final AtomicLong changes = new AtomicLong();

	private volatile Snapshot known = new Snapshot(List.of(), 0, Instant.MIN);

	CategoryAccess(Categories categories, UnitOfWork work, InstantSource clock) {
		this.categories = categories;
		this.work = work;
		this.clock = clock;
	}

	/** The ids of the categories that an audience may read. */
	public Set<String> readable(Audience audience) {
		return visible(audience).stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
	}

	/** The categories that an audience may read, in their order. */
	public List<Category> visible(Audience audience) {
		return all().stream().filter((category) -> category.readableBy(audience)).toList();
	}

	public Optional<Category> byId(String id) {
		return all().stream().filter((category) -> category.id().equals(id)).findFirst();
	}

	public Optional<Category> bySlug(String slug) {
		return all().stream().filter((category) -> category.slug().equals(slug)).findFirst();
	}

	/**
	 * The category of that slug that an audience may read.
	 * @throws CategoryNotFoundException when there is none, or none for this audience
	 */
	public Category visible(String slug, Audience audience) {
		return bySlug(slug).filter((category) -> category.readableBy(audience))
			.orElseThrow(CategoryNotFoundException::new);
	}

	/** Reads all categories anew when they are asked for next. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(CategoryTouched touched) {
		this.changes.incrementAndGet();
	}

	private List<Category> all() {
		var now = this.clock.instant();
		var change = this.changes.get();
		var snapshot = this.known;
		if (snapshot.change() == change && now.isBefore(snapshot.until())) {
			return snapshot.categories();
		}
		var order = Comparator.comparingInt(Category::order).thenComparing(Category::slug);
		var found = this.work.outside(this.categories::findAll).stream().sorted(order).toList();
		var fresh = new Snapshot(found, change, now.plus(FRESH));
		this.known = fresh;
		return fresh.categories();
	}

	/**
	 * What was read.
	 *
	 * @param categories in their order
	 * @param change the last change made here that it knows for sure
	 * @param until how long it counts as fresh
	 */
	private record Snapshot(List<Category> categories, long change, Instant until) {
	}

}
