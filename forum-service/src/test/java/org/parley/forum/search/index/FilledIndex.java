package org.parley.forum.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;

/** A search index without a database. */
public final class FilledIndex implements AutoCloseable {

	private final SearchIndex index;

	/** Indexes a thread and its posts. */
	public FilledIndex(Path directory, ForumThread thread, Collection<Post> posts) throws IOException {
		this.index = new SearchIndex(new SearchIndexSettings(directory.toString()),
				new Markdown(new ImageHosts(Set.of())));
		this.index.put(thread);
		for (var post : posts) {
			this.index.put(post, ThreadFacts.of(thread));
		}
		this.index.refresh();
	}

	public SearchIndex index() {
		return this.index;
	}

	@Override
	public void close() throws IOException {
		this.index.destroy();
	}

}
