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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Members;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.text.name.LatinName;
import org.parley.platform.text.search.SearchAnalyzer;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Caches all categories in memory, because they are few and every request needs them. A
 * change by this instance shows at once, a change by another one within a second. Reads
 * run outside of transactions, because a transaction that began before a change would not
 * see it.
 */
@Component
public class CategoryAccess {

	private static final Duration MAX_AGE = Duration.ofSeconds(1);

	private final Categories categories;

	private final Members members;

	private final UnitOfWork work;

	private final InstantSource clock;

	private final AtomicLong changes = new AtomicLong();

	private volatile Snapshot cached = new Snapshot(List.of(), Map.of(), 0, Instant.MIN);

	CategoryAccess(Categories categories, Members members, UnitOfWork work, InstantSource clock) {
		this.categories = categories;
		this.members = members;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * The rights of a caller; null is a guest. An appointed moderator has no moderation
	 * rights while they are banned.
	 */
	public Rights rights(@Nullable Caller caller) {
		var rights = Rights.of(caller);
		if (caller == null || rights.everywhere() != Audience.MEMBERS || !caller.covers("moderation")) {
			return rights;
		}
		var moderated = current().moderated().get(caller.id());
		return (moderated != null && this.members.author(caller.id()).isActive()) ? rights.moderating(moderated)
				: rights;
	}

	/**
	 * Whether a member may moderate a category, read from the database. Another service
	 * may rely on an appointment that the cache of this instance does not have yet.
	 */
	public boolean mayModerate(String categoryId, String memberId, Audience audience) {
		var member = this.members.byId(Set.of(memberId)).get(memberId);
		var groups = (member != null) ? Set.copyOf(member.groups()) : Set.<String>of();
		var rights = new Rights(audience, groups, Set.of());
		return (member == null || member.isActive()) && this.work.outside(() -> this.categories.findById(categoryId))
			.filter((category) -> category.rightsOf(memberId, rights).mayModerate(category))
			.isPresent();
	}

	/**
	 * Whether guests may read a category, read from the database: the cache may be a
	 * second old.
	 */
	public boolean isPublicNow(String categoryId) {
		return this.work.outside(() -> this.categories.findById(categoryId))
			.filter(Rights.of(Audience.EVERYONE)::mayRead)
			.isPresent();
	}

	/** The ids of the categories that rights allow to read. */
	public Set<String> readable(Rights rights) {
		return visible(rights).stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
	}

	/** The categories that rights allow to read, in display order. */
	public List<Category> visible(Rights rights) {
		return categories().stream().filter(rights::mayRead).toList();
	}

	/** The ids of the categories in which rights allow to post. */
	public Set<String> postable(Rights rights) {
		return categories().stream()
			.filter((category) -> category.isPostableBy(rights))
			.map(Category::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	public Optional<Category> byId(String id) {
		return categories().stream()
			.filter((category) -> category.id().equals(id))
			.findFirst()
			.or(() -> findUncached(() -> this.categories.findById(id)));
	}

	/** The category that has this slug, or had it, if no other one has it now. */
	public Optional<Category> bySlug(String slug) {
		return categories().stream()
			.filter((category) -> category.slug().equals(slug))
			.findFirst()
			.or(() -> findUncached(() -> this.categories.findBySlug(slug)))
			.or(() -> categories().stream().filter((category) -> category.hadSlug(slug)).findFirst());
	}

	/**
	 * The readable category that has, or had, this slug, or that has this name in any
	 * case, or else in any spelling that searches find.
	 */
	public Optional<Category> named(String name, Rights rights) {
		return bySlug(name).filter(rights::mayRead)
			.or(() -> named(name, rights, LatinName::fold))
			.or(() -> named(name, rights, SearchAnalyzer::fold));
	}

	private Optional<Category> named(String name, Rights rights, UnaryOperator<String> folding) {
		var folded = folding.apply(name);
		return visible(rights).stream().filter((category) -> folding.apply(category.name()).equals(folded)).findFirst();
	}

	/**
	 * Returns the category with a slug if rights allow to read it.
	 * @throws CategoryNotFoundException if there is none, or it may not be read
	 */
	public Category visible(String slug, Rights rights) {
		return bySlug(slug).filter(rights::mayRead).orElseThrow(CategoryNotFoundException::new);
	}

	/** Invalidates the cache. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(CategoryTouched touched) {
		this.changes.incrementAndGet();
	}

	/**
	 * Finds a category that is not cached: another instance may have just created it, and
	 * an existing category must not be a 404.
	 */
	private Optional<Category> findUncached(Supplier<Optional<Category>> stored) {
		var found = this.work.outside(stored);
		found.ifPresent((_) -> this.changes.incrementAndGet());
		return found;
	}

	private List<Category> categories() {
		return current().categories();
	}

	private Snapshot current() {
		var now = this.clock.instant();
		var change = this.changes.get();
		var snapshot = this.cached;
		if (snapshot.change() == change && now.isBefore(snapshot.until())) {
			return snapshot;
		}
		var order = Comparator.comparingInt(Category::order).thenComparing(Category::slug);
		var found = this.work.outside(this.categories::findAll).stream().sorted(order).toList();
		var fresh = new Snapshot(found, moderated(found), change, now.plus(MAX_AGE));
		this.cached = fresh;
		return fresh;
	}

	private static Map<String, Set<String>> moderated(List<Category> categories) {
		return categories.stream()
			.flatMap((
					category) -> category.moderators().stream().map((moderator) -> Map.entry(moderator, category.id())))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
	}

	/**
	 * The cached categories.
	 *
	 * @param categories the categories in display order
	 * @param moderated the ids of the moderated categories by member id
	 * @param change the number of changes by this instance before the read
	 * @param until when the cache expires
	 */
	private record Snapshot(List<Category> categories, Map<String, Set<String>> moderated, long change, Instant until) {
	}

}
