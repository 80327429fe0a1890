package org.parley.launcher.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bson.Document;
import org.bson.json.JsonParseException;
import org.parley.launcher.process.LauncherException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a backup, in the format of {@code mongodump}: one folder for each
 * database, and for each collection a file of its documents and a file of its options and
 * indexes. The manifest is written last, so a folder without it is an incomplete backup.
 *
 * @param path the folder; only its owner may read it
 * @see <a href="https://www.mongodb.com/docs/database-tools/mongodump/">mongodump</a>
 */
record BackupFolder(Path path) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Other names would need the escapes of {@code mongodump}. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

	/**
	 * Creates the folder.
	 * @throws LauncherException if it exists or cannot be created
	 */
	void create() {
		if (Files.exists(this.path)) {
			throw new LauncherException("%s exists. Choose another folder.".formatted(this.path));
		}
		try {
			createDirectory(this.path);
		}
		catch (UncheckedIOException ex) {
			throw failure(ex);
		}
	}

	/**
	 * Creates the folder and fills it; a folder that cannot be filled is removed, as it
	 * may contain the secrets.
	 * @throws LauncherException if the folder exists or cannot be written
	 */
	<T> T fill(Supplier<T> content) {
		create();
		try {
			return content.get();
		}
		catch (UncheckedIOException | JacksonException ex) {
			delete();
			throw failure(ex);
		}
		catch (RuntimeException ex) {
			delete();
			throw ex;
		}
	}

	private static LauncherException failure(RuntimeException ex) {
		return new LauncherException("The backup failed: %s".formatted(Objects.requireNonNullElse(ex.getCause(), ex)));
	}

	private void delete() {
		try (var files = Files.walk(this.path)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Copies the secrets of a checkout into the backup. */
	void saveSecrets(Path file) {
		copy(file, secrets());
	}

	/** Copies the secrets of the backup into a checkout. */
	void restoreSecrets(Path file) {
		copy(secrets(), file);
	}

	/**
	 * Copies the stored media into the backup, except files that are deleted meanwhile.
	 * @return the number of files
	 */
	long saveObjects(Path directory) {
		return copyAll(directory, objects());
	}

	/** Copies the media of the backup into a checkout. */
	void restoreObjects(Path directory) {
		copyAll(objects(), directory);
	}

	private Path objects() {
		return this.path.resolve("objects");
	}

	private static long copyAll(Path from, Path to) {
		if (!Files.exists(from)) {
			return 0;
		}
		try (var files = Files.walk(from)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> copied(file, to.resolve(from.relativize(file))))
				.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean copied(Path from, Path to) {
		try {
			createDirectory(Objects.requireNonNull(to.getParent()));
			Files.copy(from, to);
			return true;
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path secrets() {
		return this.path.resolve("secrets");
	}

	private static void copy(Path from, Path to) {
		try {
			Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the file of a collection's documents, and creates its folder. */
	Path newDocuments(String database, String collection) {
		createDirectory(this.path.resolve(valid(database)));
		return documents(database, collection);
	}

	Path documents(String database, String collection) {
		return this.path.resolve(valid(database)).resolve(valid(collection) + ".bson");
	}

	Path metadata(String database, String collection) {
		return this.path.resolve(valid(database)).resolve(valid(collection) + ".metadata.json");
	}

	/**
	 * Reads the options and indexes of a collection.
	 * @throws LauncherException if they cannot be read
	 */
	Document readMetadata(String database, String collection) {
		var metadata = metadata(database, collection);
		try {
			return Document.parse(Files.readString(metadata));
		}
		catch (IOException | JsonParseException ex) {
			throw new LauncherException("The backup is damaged: %s: %s".formatted(metadata, ex.getMessage()));
		}
	}

	void write(BackupManifest backupManifest) {
		JSON.writerWithDefaultPrettyPrinter().writeValue(manifest().toFile(), backupManifest);
	}

	/**
	 * Reads the manifest.
	 * @throws LauncherException if there is no complete backup of a known format
	 */
	BackupManifest read() {
		if (!Files.exists(manifest())) {
			throw new LauncherException(
					"%s is no complete backup: parley-backup.json is missing.".formatted(this.path));
		}
		var read = JSON.readValue(manifest().toFile(), BackupManifest.class);
		if (read.format() != BackupManifest.FORMAT) {
			throw new LauncherException("%s has format %d; this version of Parley reads format %d.".formatted(this.path,
					read.format(), BackupManifest.FORMAT));
		}
		return read;
	}

	/**
	 * Checks that all files are there and contain what the manifest says.
	 * @throws LauncherException if they do not
	 */
	void requireComplete(BackupManifest manifest) {
		if (!Files.exists(secrets())) {
			throw new LauncherException("The backup is damaged: %s is missing.".formatted(secrets()));
		}
		manifest.documents().forEach((database, collections) -> collections.forEach((collection, expected) -> {
			readMetadata(database, collection);
			var documents = documents(database, collection);
			var found = new BsonFile(documents).read((_) -> {
			});
			if (found != expected) {
				throw new LauncherException("The backup is damaged: %s has %d documents instead of %d."
					.formatted(documents, found, expected));
			}
		}));
	}

	private Path manifest() {
		return this.path.resolve("parley-backup.json");
	}

	private static String valid(String name) {
		if (!NAME.matcher(name).matches() || Stream.of(".", "..").anyMatch(name::equals)) {
			throw new LauncherException("%s is no name of a database or collection of Parley.".formatted(name));
		}
		return name;
	}

	private static void createDirectory(Path path) {
		try {
			Files.createDirectories(path,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The contents of a backup.
	 *
	 * @param format the version of the folder's layout
	 * @param documents the number of documents by database and collection
	 */
	record BackupManifest(int format, Instant createdAt, Map<String, Map<String, Long>> documents) {

		static final int FORMAT = 1;

		/** Returns the number of all documents. */
		long count() {
			return this.documents.values()
				.stream()
				.flatMap((collections) -> collections.values().stream())
				.mapToLong(Long::longValue)
				.sum();
		}

	}

}
