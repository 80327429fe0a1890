package org.parley.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.process.LauncherException;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

/** Backs up and restores two databases of a real MongoDB. */
class BackupIT {

	private static final String FIRST = "backup-test-first";

	private static final String SECOND = "backup-test-second";

	@TempDir
	private Path temporary = Path.of("");

	private MongoClient client = connect();

	private BackupFolder folder = new BackupFolder(Path.of(""));

	@BeforeEach
	void createFolder() {
		this.folder = new BackupFolder(this.temporary.resolve("backup"));
		this.folder.create();
		drop();
	}

	@AfterEach
	void close() {
		drop();
		this.client.close();
	}

	private void drop() {
		database(FIRST).drop();
		database(SECOND).drop();
	}

	/**
	 * Each number is written to the first database, then to the second. A backup that
	 * reads one database after the other has numbers in the second which the first lacks.
	 */
	@Test
	void backupIsConsistentAcrossDatabasesWhileOthersWrite() throws Exception {
		write(0);
		var stopped = new AtomicBoolean();
		var writer = Thread.ofVirtual().start(() -> {
			for (var number = 1; !stopped.get(); number++) {
				write(number);
			}
		});
		await().until(() -> count(SECOND) > 100);
		var written = dump();
		var during = count(FIRST);
		await().until(() -> count(SECOND) > during);
		stopped.set(true);
		writer.join();
		new RestoreDatabases(this.client, this.folder).run(written);
		var first = numbers(FIRST);
		var second = numbers(SECOND);
		assertThat(first).startsWith(second.toArray(Integer[]::new));
		assertThat(first.size() - second.size()).isBetween(0, 1);
		assertThat(second).hasSizeGreaterThan(100);
		assertThat(written.documents().get(FIRST)).containsEntry("numbers", (long) first.size());
	}

	@Test
	void optionsAndIndexesAreRestored() {
		write(0);
		var database = database(FIRST);
		database.getCollection("numbers")
			.createIndex(Indexes.descending("number"), new IndexOptions().unique(true).name("by_number"));
		database.createCollection("signals", new CreateCollectionOptions().capped(true).sizeInBytes(4096));
		database.getCollection("signals").insertOne(new Document("work", "relay"));
		var written = dump();
		drop();
		new RestoreDatabases(this.client, this.folder).run(written);
		assertThat(database.getCollection("numbers").listIndexes())
			.anySatisfy((index) -> assertThat(index).containsEntry("name", "by_number").containsEntry("unique", true));
		assertThat(database.listCollections().filter(new Document("name", "signals")))
			.allSatisfy((signals) -> assertThat(signals.get("options", Document.class)).containsEntry("capped", true))
			.hasSize(1);
		assertThat(database.getCollection("signals").countDocuments()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void damagedBackupIsRefused(Damage damage) throws IOException {
		write(0);
		write(1);
		this.folder.saveSecrets(Files.createFile(this.temporary.resolve("secrets")));
		var written = dump();
		this.folder.requireComplete(written);
		damage.to(this.folder);
		assertThatThrownBy(() -> this.folder.requireComplete(written)).isInstanceOf(LauncherException.class)
			.hasMessageContaining("damaged");
	}

	@Test
	void folderWithoutManifestIsIncomplete() {
		dump();
		assertThatThrownBy(this.folder::read).isInstanceOf(LauncherException.class)
			.hasMessageContaining("no complete backup");
		var manifest = new BackupManifest(BackupManifest.FORMAT, Instant.EPOCH, Map.of(FIRST, Map.of("numbers", 1L)));
		this.folder.write(manifest);
		assertThat(this.folder.read()).isEqualTo(manifest);
		assertThatThrownBy(this.folder::create).hasMessageContaining("exists");
	}

	/** The stack has databases of other tests, which are not restored. */
	private BackupManifest dump() {
		var written = new DumpDatabases(this.client, this.folder, (name) -> name.startsWith("backup-test-"))
			.run(Instant.now());
		assertThat(written.documents().keySet()).isSubsetOf(FIRST, SECOND);
		return written;
	}

	private void write(int number) {
		var document = new Document("_id", number).append("number", number);
		database(FIRST).getCollection("numbers").insertOne(document);
		database(SECOND).getCollection("numbers").insertOne(document);
	}

	private long count(String database) {
		return database(database).getCollection("numbers").countDocuments();
	}

	private List<Integer> numbers(String database) {
		return database(database).getCollection("numbers")
			.find()
			.sort(new Document("_id", 1))
			.map((document) -> document.getInteger("_id"))
			.into(new ArrayList<>());
	}

	private MongoDatabase database(String name) {
		return this.client.getDatabase(name);
	}

	private static MongoClient connect() {
		try {
			return MongoClients.create(LocalStack.forTests().mongoUri());
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return abort(ex.getMessage());
		}
	}

	enum Damage {

		SECRETS_MISSING, DOCUMENTS_MISSING, DOCUMENT_CUT_OFF, DOCUMENT_TOO_FEW, OPTIONS_MISSING, OPTIONS_CUT_OFF;

		void to(BackupFolder folder) throws IOException {
			var documents = folder.documents(FIRST, "numbers");
			var options = folder.metadata(FIRST, "numbers");
			switch (this) {
				case SECRETS_MISSING -> Files.delete(folder.path().resolve("secrets"));
				case DOCUMENTS_MISSING -> Files.delete(documents);
				case DOCUMENT_CUT_OFF -> shorten(documents, Files.size(documents) - 3);
				case DOCUMENT_TOO_FEW -> shorten(documents, Files.size(documents) / 2);
				case OPTIONS_MISSING -> Files.delete(options);
				case OPTIONS_CUT_OFF -> shorten(options, Files.size(options) - 3);
			}
		}

		private static void shorten(Path file, long size) throws IOException {
			try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
				channel.truncate(size);
			}
		}

	}

}
