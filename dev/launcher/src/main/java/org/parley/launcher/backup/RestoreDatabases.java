package org.parley.launcher.backup;

import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.parley.launcher.backup.BackupFolder.BackupManifest;

/** Loads the databases of a backup into an empty MongoDB. */
final class RestoreDatabases {

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

	/** Replaces the databases of the manifest. */
	void run(BackupManifest backupManifest) {
		backupManifest.documents().forEach((name, collections) -> {
			var database = this.client.getDatabase(name);
			database.drop();
			collections.keySet().forEach((collection) -> restore(database, collection));
		});
	}

	private void restore(MongoDatabase database, String collection) {
		var metadata = this.folder.readMetadata(database.getName(), collection);
		var create = new Document("create", collection);
		create.putAll(metadata.get("options", Document.class));
		database.runCommand(create);
		insertDocuments(database, collection);
		createIndexes(database, collection, metadata.getList("indexes", Document.class));
	}

	private static void createIndexes(MongoDatabase database, String collection, List<Document> indexes) {
		var own = indexes.stream().filter((index) -> !"_id_".equals(index.getString("name"))).toList();
		if (!own.isEmpty()) {
			database.runCommand(new Document("createIndexes", collection).append("indexes", own));
		}
	}

	private void insertDocuments(MongoDatabase database, String collection) {
		var target = database.getCollection(collection, RawBsonDocument.class);
		var unordered = new InsertManyOptions().ordered(false);
		new BsonFile(this.folder.documents(database.getName(), collection))
			.read((batch) -> target.insertMany(batch, unordered));
	}

}
