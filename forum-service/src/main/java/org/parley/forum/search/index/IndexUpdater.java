package org.parley.forum.search.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/**
 * Writes the present state of posts and threads to the index, whatever changed of them,
 * so that repeated and outdated changes have no effect.
 */
@Component
class IndexUpdater {

	private static final int BATCH_SIZE = 500;

	private final SearchIndex index;

	private final Posts posts;

	private final Threads threads;

	IndexUpdater(SearchIndex index, Posts posts, Threads threads) {
		this.index = index;
		this.posts = posts;
		this.threads = threads;
	}

	void apply(List<IndexedChange> changes) throws IOException {
		var postIds = ids(changes, IndexedChange::isPost);
		var changedPosts = postIds.isEmpty() ? Map.<String, Post>of() : this.posts.byId(postIds);
		var threadIds = new HashSet<>(ids(changes, IndexedChange::isThread));
		changedPosts.values().forEach((post) -> threadIds.add(post.threadId()));
		var current = byId(this.threads.find(threadIds));
		for (var thread : current.values()) {
			updateThread(thread);
		}
		for (var change : changes) {
			if (change.isPost()) {
				updatePost(change.id(), changedPosts.get(change.id()), current);
			}
			else if (change.isThread() && !current.containsKey(change.id())) {
				this.index.remove(change.id());
			}
		}
	}

	/**
	 * Indexes everything; searches find it after a refresh.
	 * @param afterBatch runs after each batch of threads
	 */
	void rebuild(Runnable afterBatch) throws IOException {
		this.index.clear();
		var some = this.threads.after(null, BATCH_SIZE);
		while (!some.isEmpty()) {
			put(byId(some));
			afterBatch.run();
			some = this.threads.after(some.getLast().id(), BATCH_SIZE);
		}
	}

	/** Reads each thread once, so that all its documents have the same facts. */
	private void put(Map<String, ForumThread> some) throws IOException {
		for (var thread : some.values()) {
			this.index.put(thread);
		}
		try (var posts = this.posts.inThreads(some.keySet())) {
			for (var post : (Iterable<Post>) posts::iterator) {
				updatePost(post.id(), post, some);
			}
		}
	}

	/** Does nothing for a change that searches do not see, such as one more reply. */
	private void updateThread(ForumThread thread) throws IOException {
		var facts = ThreadFacts.of(thread);
		if (!this.index.has(thread.id(), facts)) {
			this.index.put(thread);
			this.index.update(thread.id(), facts);
		}
	}

	private void updatePost(String id, @Nullable Post post, Map<String, ForumThread> current) throws IOException {
		var thread = (post != null && post.status().isShown()) ? current.get(post.threadId()) : null;
		if (post != null && thread != null) {
			this.index.put(post, ThreadFacts.of(thread));
		}
		else {
			this.index.remove(id);
		}
	}

	private static Map<String, ForumThread> byId(List<ForumThread> threads) {
		return threads.stream().collect(Collectors.toMap(ForumThread::id, (thread) -> thread));
	}

	private static Set<String> ids(List<IndexedChange> changes, Predicate<IndexedChange> kind) {
		return changes.stream().filter(kind).map(IndexedChange::id).collect(Collectors.toSet());
	}

}
