package org.parley.launcher.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.process.LauncherException;

/** Loads the databases of a backup into an empty MongoDB. */
final class RestoreDatabases {

	private static final int BATCH_DOCUMENTS = 1_000;

	private static final int BATCH_BYTES = 8 * 1024 * 1024;

	private static final int SMALLEST_DOCUMENT = 5;

	private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

	private final MongoClient client;

	private final BackupFolder folder;

	/**
	 * Prepares the restoration.
	 * @param client of an administrator
	 */
	RestoreDatabases(MongoClient client, BackupFolder folder) {
		this.client = client;
		this.folder = folder;
	}

	/**
	 * Replaces the databases of the manifest.
	 * @throws LauncherException if a file does not contain what the manifest says
	 */
	void run(BackupManifest backupManifest) {
		backupManifest.documents().forEach((name, collections) -> {
			var database = this.client.getDatabase(name);
			database.drop();
			collections.forEach((collection, expected) -> restore(database, collection, expected));
		});
	}

	private void restore(MongoDatabase database, String collection, long expected) {
		var metadata = metadata(database.getName(), collection);
		var create = new Document("create", collection);
		create.putAll(metadata.get("options", Document.class));
		database.runCommand(create);
		var inserted = insertDocuments(database, collection);
		if (inserted != expected) {
			throw new LauncherException("The backup is damaged: %s.%s has %d documents instead of %d."
				.formatted(database.getName(), collection, inserted, expected));
		}
		createIndexes(database, collection, metadata.getList("indexes", Document.class));
	}

	private static void createIndexes(MongoDatabase database, String collection, List<Document> indexes) {
		var own = indexes.stream().filter((index) -> !"_id_".equals(index.getString("name"))).toList();
		if (!own.isEmpty()) {
			database.runCommand(new Document("createIndexes", collection).append("indexes", own));
		}
	}

	private long insertDocuments(MongoDatabase database, String collection) {
		var target = database.getCollection(collection, RawBsonDocument.class);
		var unordered = new InsertManyOptions().ordered(false);
		var count = 0L;
		try (var documents = new DataInputStream(
				new BufferedInputStream(Files.newInputStream(this.folder.documents(database.getName(), collection))))) {
			for (var batch = read(documents); !batch.isEmpty(); batch = read(documents)) {
				target.insertMany(batch, unordered);
				count += batch.size();
			}
			return count;
		}
		catch (IOException ex) {
			throw new LauncherException(
					"The backup is damaged: %s.%s: %s".formatted(database.getName(), collection, ex.getMessage()));
		}
	}

	private static List<RawBsonDocument> read(DataInputStream documents) throws IOException {
		var batch = new ArrayList<RawBsonDocument>();
		var bytes = 0L;
		while (batch.size() < BATCH_DOCUMENTS && bytes < BATCH_BYTES && hasMore(documents)) {
			var document = readDocument(documents);
			bytes += document.length;
			batch.add(new RawBsonDocument(document));
		}
		return batch;
	}

	private static boolean hasMore(DataInputStream documents) throws IOException {
		documents.mark(1);
		var more = documents.read() >= 0;
		documents.reset();
		return more;
	}

	/**
	 * A document begins with its length in bytes, least significant byte first.
	 * @see <a href="https://bsonspec.org/spec.html">BSON</a>
	 */
	private static byte[] readDocument(DataInputStream documents) throws IOException {
		var length = Integer.reverseBytes(documents.readInt());
		if (length < SMALLEST_DOCUMENT || length > LARGEST_DOCUMENT) {
			throw new IOException("a document of %d bytes".formatted(length));
		}
		var document = new byte[length];
		for (var shift = 0; shift < Integer.BYTES; shift++) {
			document[shift] = (byte) (length >>> (Byte.SIZE * shift));
		}
		documents.readFully(document, Integer.BYTES, length - Integer.BYTES);
		return document;
	}

	private Document metadata(String database, String collection) {
		try {
			return Document.parse(Files.readString(this.folder.metadata(database, collection)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
