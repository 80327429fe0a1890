package org.parley.forum.category;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Members;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.Rights;
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

	private final Members members;

	private final UnitOfWork work;

	private final InstantSource clock;

	private final AtomicLong changes = new AtomicLong();

	private volatile Snapshot known = new Snapshot(List.of(), Map.of(), 0, Instant.MIN);

	CategoryAccess(Categories categories, Members members, UnitOfWork work, InstantSource clock) {
		this.categories = categories;
		this.members = members;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * What a caller may see and do; null calls anonymously. Who moderates single
	 * categories does so while they may write.
	 */
	public Rights rights(@Nullable Caller caller) {
		var audience = Audience.of(caller);
		if (caller == null || audience != Audience.MEMBERS || !caller.covers("moderation")) {
			return Rights.of(audience);
		}
		var moderated = present().moderated().get(caller.id());
		return (moderated != null && this.members.author(caller.id()).isActive()) ? new Rights(audience, moderated)
				: Rights.of(audience);
	}

	/**
	 * Whether a person of that audience may moderate a category, as it is stored now. It
	 * is asked for what was decided elsewhere, where an appointment may be known before
	 * this instance reads the categories anew.
	 */
	public boolean mayModerate(String categoryId, String personId, Audience audience) {
		var known = this.members.byId(Set.of(personId)).get(personId);
		return (known == null || known.isActive()) && this.work.outside(() -> this.categories.findById(categoryId))
			.filter((category) -> category.rightsOf(personId, audience).moderate(category))
			.isPresent();
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
		return all().stream()
			.filter((category) -> category.id().equals(id))
			.findFirst()
			.or(() -> look(() -> this.categories.findById(id)));
	}

	public Optional<Category> bySlug(String slug) {
		return all().stream()
			.filter((category) -> category.slug().equals(slug))
			.findFirst()
			.or(() -> look(() -> this.categories.findBySlug(slug)));
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

	/**
	 * Looks for a category that is not in memory: another instance may have made it a
	 * moment ago, and what exists is never 404.
	 */
	private Optional<Category> look(Supplier<Optional<Category>> stored) {
		var found = this.work.outside(stored);
		found.ifPresent((_) -> this.changes.incrementAndGet());
		return found;
	}

	private List<Category> all() {
		return present().categories();
	}

	private Snapshot present() {
		var now = this.clock.instant();
		var change = this.changes.get();
		var snapshot = this.known;
		if (snapshot.change() == change && now.isBefore(snapshot.until())) {
			return snapshot;
		}
		var order = Comparator.comparingInt(Category::order).thenComparing(Category::slug);
		var found = this.work.outside(this.categories::findAll).stream().sorted(order).toList();
		var fresh = new Snapshot(found, moderated(found), change, now.plus(FRESH));
		this.known = fresh;
		return fresh;
	}

	private static Map<String, Set<String>> moderated(List<Category> categories) {
		return categories.stream()
			.flatMap((category) -> category.moderators().stream().map((person) -> Map.entry(person, category.id())))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
	}

	/**
	 * What was read.
	 *
	 * @param categories in their order
	 * @param moderated the ids of the categories that each moderator of some moderates
	 * @param change the last change made here that it knows for sure
	 * @param until how long it counts as fresh
	 */
	private record Snapshot(List<Category> categories, Map<String, Set<String>> moderated, long change, Instant until) {
	}

}
