package org.parley.chat.category;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.parley.chat.outage.DatabaseMemory;
import org.parley.contracts.forum.CategoryData;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored categories. All of them are cached in memory for a second, because they are
 * few and every access to a room needs them.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class ChatCategories {

	private static final String ALL = "all";

	private final MongoOperations mongo;

	private final LoadingCache<String, List<ChatCategory>> cached = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.build((_) -> loadOrRemember());

	private final DatabaseMemory memory;

	ChatCategories(MongoOperations mongo, DatabaseMemory memory) {
		this.mongo = mongo;
		this.memory = memory;
	}

	/** Whether a caller may read a category; null is no category, which everybody may. */
	public boolean mayRead(@Nullable String categoryId, Caller caller) {
		return categoryId == null || readable(caller).contains(categoryId);
	}

	/**
	 * The ids of the categories that a caller may read. The rooms of a removed one stay
	 * with those who could read it.
	 */
	public Set<String> readable(Caller caller) {
		var rights = Rights.of(caller);
		return this.cached.get(ALL)
			.stream()
			.filter(rights::mayRead)
			.map(ChatCategory::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Finds a category that a caller may read, unless it was removed. */
	public Optional<ChatCategory> find(String slug, Caller caller) {
		return load().stream()
			.filter((category) -> category.slug().equals(slug) && !category.removed())
			.filter(Rights.of(caller)::mayRead)
			.findFirst();
	}

	/** The slug of a category; null if it is unknown. */
	public @Nullable String slug(@Nullable String categoryId) {
		return this.cached.get(ALL)
			.stream()
			.filter((category) -> category.id().equals(categoryId))
			.map(ChatCategory::slug)
			.findFirst()
			.orElse(null);
	}

	void save(CategoryData category) {
		var state = new Update().set("slug", category.slug())
			.set("readers", Audience.ofReaders(category.readers()))
			.set("readerGroups", category.readerGroups())
			.setOnInsert("removed", false);
		VersionedUpsert.saveIfNewer(this.mongo, ChatCategory.class, category.id(), category.version(), state);
		this.cached.invalidate(ALL);
	}

	/** Removes a category for good: its id is never used again. */
	void remove(String id) {
		var state = new Update().set("removed", true)
			.setOnInsert("slug", "")
			.setOnInsert("readers", Audience.ADMINS)
			.setOnInsert("version", 0L);
		this.mongo.upsert(new Query(Criteria.where("_id").is(id)), state, ChatCategory.class);
		this.cached.invalidate(ALL);
	}

	private List<ChatCategory> loadOrRemember() {
		return this.memory.get(LoadedCategories.class, ALL, () -> new LoadedCategories(load())).all();
	}

	private List<ChatCategory> load() {
		return this.mongo.findAll(ChatCategory.class);
	}

	/** All categories. */
	private record LoadedCategories(List<ChatCategory> all) {
	}

}
