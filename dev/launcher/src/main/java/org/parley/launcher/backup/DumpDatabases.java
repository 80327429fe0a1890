package org.parley.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.process.LauncherException;

/**
 * Writes all databases of a replica set as of one point in time, while applications
 * write. Capped collections keep their options only: they hold signals between instances,
 * and MongoDB cannot read them as of a point in time.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/reference/read-concern-snapshot/">Read Concern
 * "snapshot"</a>
 */
final class DumpDatabases {

	/** How long MongoDB keeps the point in time readable. */
	private static final int SNAPSHOT_SECONDS = 6 * 60 * 60;

	private static final String WINDOW = "minSnapshotHistoryWindowInSeconds";

	private static final Set<String> OF_SERVER = Set.of("admin", "config", "local");

	/** SnapshotTooOld and SnapshotUnavailable. */
	private static final Set<Integer> SNAPSHOT_LOST = Set.of(239, 246);

	private static final JsonWriterSettings EXTENDED_JSON = JsonWriterSettings.builder()
		.outputMode(JsonMode.EXTENDED)
		.build();

	private final MongoClient client;

	private final BackupFolder folder;

	private final Predicate<String> included;

	/**
	 * Prepares a backup.
	 * @param client of an administrator
	 * @param included the names of the databases to write, besides which the server has
	 * its own
	 */
	DumpDatabases(MongoClient client, BackupFolder folder, Predicate<String> included) {
		this.client = client;
		this.folder = folder;
		this.included = included;
	}

	/**
	 * Dumps the databases.
	 * @throws LauncherException if a collection is created, dropped or indexed meanwhile,
	 * or the backup takes longer than MongoDB keeps the point in time
	 */
	BackupManifest run(Instant createdAt) {
		var window = changeWindow(SNAPSHOT_SECONDS);
		try {
			return dump(createdAt);
		}
		catch (MongoCommandException ex) {
			if (SNAPSHOT_LOST.contains(ex.getErrorCode())) {
				throw new LauncherException("MongoDB can no longer read the point in time of this backup; try again: %s"
					.formatted(ex.getErrorMessage()));
			}
			throw ex;
		}
		finally {
			changeWindow(window);
		}
	}

	private int changeWindow(int seconds) {
		var answer = this.client.getDatabase("admin")
			.runCommand(new Document("setParameter", 1).append(WINDOW, seconds));
		return answer.get("was", Number.class).intValue();
	}

	private BackupManifest dump(Instant createdAt) {
		var documents = new TreeMap<String, Map<String, Long>>();
		var databases = databases();
		try (var session = this.client.startSession(ClientSessionOptions.builder().snapshot(true).build())) {
			for (var database : databases) {
				documents.put(database.name(), dump(database, session));
			}
		}
		return new BackupManifest(BackupManifest.FORMAT, createdAt, documents);
	}

	/** Lists everything before the first read, which determines the point in time. */
	private List<DatabaseContent> databases() {
		var databases = new ArrayList<DatabaseContent>();
		for (var name : this.client.listDatabaseNames()) {
			if (!OF_SERVER.contains(name) && this.included.test(name)) {
				databases.add(DatabaseContent.of(this.client.getDatabase(name)));
			}
		}
		return databases;
	}

	private Map<String, Long> dump(DatabaseContent database, ClientSession session) {
		var documents = new TreeMap<String, Long>();
		for (var collection : database.collections()) {
			documents.put(collection.name(), dump(database.name(), collection, session));
			writeMetadata(database.name(), collection);
		}
		return documents;
	}

	private long dump(String database, CollectionContent collection, ClientSession session) {
		var file = this.folder.newDocuments(database, collection.name());
		try (var documents = new BufferedOutputStream(Files.newOutputStream(file));
				var channel = Channels.newChannel(documents)) {
			if (collection.isCapped()) {
				return 0;
			}
			var count = 0L;
			for (var document : this.client.getDatabase(database)
				.getCollection(collection.name(), RawBsonDocument.class)
				.find(session)) {
				channel.write(document.getByteBuffer().asNIO());
				count++;
			}
			return count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void writeMetadata(String database, CollectionContent collection) {
		write(this.folder.metadata(database, collection.name()),
				new Document("options", collection.options()).append("indexes", collection.indexes())
					.append("collectionName", collection.name())
					.append("type", "collection")
					.toJson(EXTENDED_JSON));
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A database and its collections. */
	private record DatabaseContent(String name, List<CollectionContent> collections) {

		static DatabaseContent of(MongoDatabase database) {
			var collections = new ArrayList<CollectionContent>();
			for (var description : database.listCollections()) {
				var name = description.getString("name");
				if (!name.startsWith("system.") && "collection".equals(description.getString("type"))) {
					collections.add(new CollectionContent(name, description.get("options", Document.class),
							database.getCollection(name).listIndexes().into(new ArrayList<>())));
				}
			}
			return new DatabaseContent(database.getName(), collections);
		}

	}

	/** A collection with its options and indexes. */
	private record CollectionContent(String name, Document options, List<Document> indexes) {

		boolean isCapped() {
			return this.options.getBoolean("capped", false);
		}

	}

}
