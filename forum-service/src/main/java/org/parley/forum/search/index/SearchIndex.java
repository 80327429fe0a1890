package org.parley.forum.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.text.search.SearchAnalyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The search index of this instance, in a directory that no other instance has open. One
 * thread writes; what it wrote is found after a refresh and survives a crash after a
 * commit.
 */
@Component
@EnableConfigurationProperties(SearchIndexSettings.class)
public class SearchIndex implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

	/** The maximum number of instances that share the directory of the indexes. */
	private static final int MAX_INSTANCES = 64;

	private static final int BUFFER_MEGABYTES = 16;

	private static final int CACHED_SEGMENT_MEGABYTES = 1;

	private static final int CACHE_MEGABYTES = 8;

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final Duration BUILD_TIME = Duration.ofSeconds(5);

	private final Markdown markdown;

	private final Path path;

	private final boolean temporary;

	private IndexWriter writer;

	private volatile SearcherManager searchers;

	private volatile boolean complete;

	SearchIndex(SearchIndexSettings settings, Markdown markdown) throws IOException {
		this.markdown = markdown;
		this.temporary = settings.directory().isEmpty();
		this.path = this.temporary ? Files.createTempDirectory("parley-search-") : Path.of(settings.directory());
		this.writer = openFree(this.path);
		this.searchers = new SearcherManager(this.writer, null);
	}

	/** Opens the first of the numbered indexes that no other process has open. */
	private static IndexWriter openFree(Path path) throws IOException {
		for (var number = 1; number <= MAX_INSTANCES; number++) {
			var directory = cached(FSDirectory.open(path.resolve(String.valueOf(number))));
			try {
				return open(directory);
			}
			catch (LockObtainFailedException ex) {
				directory.close();
			}
		}
		throw new IllegalStateException("Other processes use all search indexes in " + path);
	}

	/** Keeps new small segments in memory until the next commit or merge. */
	private static Directory cached(Directory directory) {
		return new NRTCachingDirectory(directory, CACHED_SEGMENT_MEGABYTES, CACHE_MEGABYTES);
	}

	private static IndexWriter open(Directory directory) throws IOException {
		try {
			return new IndexWriter(directory, configuration());
		}
		catch (LockObtainFailedException ex) {
			throw ex;
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).log("The search index cannot be read and is rebuilt");
			deleteFiles(directory);
			return new IndexWriter(directory, configuration());
		}
	}

	private static void deleteFiles(Directory directory) throws IOException {
		try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
			for (var file : directory.listAll()) {
				if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
					directory.deleteFile(file);
				}
			}
		}
	}

	private static IndexWriterConfig configuration() {
		return new IndexWriterConfig(SearchAnalyzer.TEXTS).setSimilarity(new IndexSimilarity())
			.setRAMBufferSizeMB(BUFFER_MEGABYTES)
			.setCommitOnClose(false);
	}

	/**
	 * Finds the first documents after a position.
	 * @throws RefusalException 503 {@code search.not-ready}, {@code search.too-long}
	 */
	public ScoreDoc[] find(Query query, Sort sort, @Nullable FieldDoc after, int max) {
		return read((searcher) -> {
			searcher.setTimeout(new QueryTimeoutImpl(TIMEOUT.toMillis()));
			var found = searcher.search(query, new TopFieldCollectorManager(sort, max, after, max)).scoreDocs;
			if (searcher.timedOut()) {
				throw RefusalException.later(RefusalKind.UNAVAILABLE, "search.too-long",
						"The search took too long. Use less common words.", TIMEOUT);
			}
			return found;
		});
	}

	/** Whether the index is complete, so that it can be read. */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * Reads the index as of the last refresh.
	 * @throws RefusalException 503 {@code search.not-ready} before the index is complete
	 */
	public <T> T read(IndexRead<T> indexRead) {
		if (!this.complete) {
			throw RefusalException.later(RefusalKind.UNAVAILABLE, "search.not-ready",
					"The search index is being built. Try again soon.", BUILD_TIME);
		}
		try {
			var manager = this.searchers;
			var shared = manager.acquire();
			try {
				var searcher = new IndexSearcher(shared.getIndexReader());
				searcher.setSimilarity(new IndexSimilarity());
				searcher.setQueryCache(null);
				return indexRead.apply(searcher);
			}
			finally {
				manager.release(shared);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Checks whether all documents of a thread have these facts, as of the last refresh.
	 */
	boolean has(String threadId, ThreadFacts facts) {
		return read((searcher) -> searcher.count(SearchFields.thread(threadId, facts))) > 0;
	}

	void put(ForumThread thread) throws IOException {
		this.writer.updateDocument(SearchFields.id(thread.id()), SearchFields.document(thread));
	}

	void put(Post post, ThreadFacts thread) throws IOException {
		this.writer.updateDocument(SearchFields.id(post.id()),
				SearchFields.document(post, this.markdown.searchedText(post.content()), thread));
	}

	/** Changes what all documents of a thread know of it. */
	void update(String threadId, ThreadFacts facts) throws IOException {
		this.writer.updateDocValues(SearchFields.thread(threadId),
				facts.columns().toArray(NumericDocValuesField[]::new));
	}

	void remove(String id) throws IOException {
		this.writer.deleteDocuments(SearchFields.id(id));
	}

	/** Removes everything; searches still find it until the next refresh. */
	void clear() throws IOException {
		this.writer.deleteAll();
	}

	/** Makes all changes so far visible to searches. */
	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
		this.complete = true;
	}

	/** Stores all changes so far, and how far they follow the database. */
	void commit(Checkpoint checkpoint) throws IOException {
		this.writer.setLiveCommitData(checkpoint.data().entrySet());
		this.writer.commit();
	}

	/** Returns the checkpoint of the last commit. */
	Optional<Checkpoint> checkpoint() {
		var data = new HashMap<String, String>();
		var committed = this.writer.getLiveCommitData();
		if (committed != null) {
			committed.forEach((entry) -> data.put(entry.getKey(), entry.getValue()));
		}
		return Checkpoint.of(Map.copyOf(data));
	}

	/** Returns to the last commit after a failed write. */
	void reopen() throws IOException {
		close();
		this.writer = open(this.writer.getDirectory());
		var before = this.searchers;
		this.searchers = new SearcherManager(this.writer, null);
		before.close();
	}

	/** Discards everything since the last commit. */
	void close() throws IOException {
		this.writer.rollback();
	}

	@Override
	public void destroy() throws IOException {
		this.searchers.close();
		close();
		this.writer.getDirectory().close();
		if (this.temporary) {
			FileSystemUtils.deleteRecursively(this.path);
		}
	}

	/** Reads something from the index. */
	@FunctionalInterface
	public interface IndexRead<T> {

		T apply(IndexSearcher searcher) throws IOException;

	}

}
